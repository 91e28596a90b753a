import { richOf } from '@samskriv/shared/document'
import { richTextFrom, writeRichText } from '@samskriv/shared/rich-text'
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Home } from './home.ts'

/** What is typed before the editor is here. */
export interface EarlyHandle {
  /** Resolves when nothing is being composed (a dead key, an input method). */
  settled (): Promise<void>
  /** Hands over what was typed, and says whether the keyboard is in it. */
  take (): { readonly text: string, readonly focused: boolean }
  /** There is no editor to be had: what is typed goes into the document without one, once one leaves. */
  giveUp (): void
  /** Takes the keyboard again. */
  focus (): void
}

interface EarlyTextProps {
  readonly home: Home
  readonly fieldKey: string
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly handle: Ref<EarlyHandle>
  /** Called when one has left it and nothing in it waits any more. */
  readonly onLeft: () => void
}

/**
 * Takes what is typed while the editor's code is on its way: a native field, so that phones, dead keys and input methods
 * work as everywhere. Not a letter of it may be lost: it goes to the editor, or into the document without one.
 */
export function EarlyText ({ home, fieldKey, labelId, describedBy, handle, onLeft }: EarlyTextProps): ReactNode {
  const box = useRef<HTMLTextAreaElement>(null)
  const composed = useRef<(() => void) | null>(null)
  const isComposing = useRef(false)
  const hasGivenUp = useRef(false)

  const putDown = useCallback((field: HTMLTextAreaElement | null): void => {
    const text = field?.value ?? ''
    if (field === null || text.trim() === '') return
    field.value = ''
    home.doc.transact(() => { writeRichText(richOf(home.doc, fieldKey), richTextFrom(text)) }, home.origin)
  }, [home, fieldKey])

  useImperativeHandle(handle, () => ({
    async settled () {
      if (isComposing.current) await new Promise<void>(resolve => { composed.current = resolve })
    },
    take () {
      const field = box.current
      const taken = { text: field?.value ?? '', focused: field !== null && field === document.activeElement }
      if (field !== null) field.value = ''
      return taken
    },
    giveUp () {
      hasGivenUp.current = true
      if (box.current !== document.activeElement) putDown(box.current)
    },
    focus () { box.current?.focus({ preventScroll: true }) },
  }), [putDown])

  useLayoutEffect(() => { box.current?.focus({ preventScroll: true }) }, [])
  useEffect(() => {
    const field = box.current
    const leave = (): void => { putDown(field) }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [putDown])

  return (
    <textarea
      ref={box} className="ss-rich__early" rows={1} aria-labelledby={labelId} aria-describedby={describedBy}
      onCompositionStart={() => { isComposing.current = true }}
      onCompositionEnd={() => {
        isComposing.current = false
        // After the field has the composed letters.
        queueMicrotask(() => { composed.current?.() })
      }}
      onBlur={() => {
        if (!hasGivenUp.current) return
        putDown(box.current)
        onLeft()
      }}
    />
  )
}
