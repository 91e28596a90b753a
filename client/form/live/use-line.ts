import { textOf } from '@samskriv/shared/document'
import { type RefObject, useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { bindLine, type LineInput } from '../../live/line/line.ts'
import { useForm } from '../setting.ts'

/** Binds a native field to the line under a key. Give what it returns to the field as its ref. */
export function useLine<E extends LineInput> (key: string): RefObject<E | null> {
  const { answers } = useForm()
  const field = useRef<E>(null)
  useEffect(() => {
    if (field.current === null) return undefined
    return bindLine(textOf(answers.doc, key), field.current, { origin: answers.origin, undo: answers.undo })
  }, [answers, key])
  return field
}

/** The line under a key as text; renders again for each letter of it. */
export function useLineText (doc: Y.Doc, key: string): string {
  const text = textOf(doc, key)
  return useSyncExternalStore(
    useCallback(changed => {
      text.observe(changed)
      return () => { text.unobserve(changed) }
    }, [text]),
    () => text.toString(),
  )
}
