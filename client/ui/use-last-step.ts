import { useCallback, useEffect, useState } from 'react'
import type * as Y from 'yjs'

interface Last<T> { readonly step: unknown, readonly what: T }

/** What was done last, as long as one undo takes back just that; `done` is told right after it, and does nothing when nothing was written. */
export function useLastStep<T> (undo: Y.UndoManager): readonly [last: T | null, done: (what: T) => void] {
  const [last, setLast] = useState<Last<T> | null>(null)
  useEffect(() => {
    // Once something else was written, the last step is another.
    const look = (): void => { setLast(now => now !== null && undo.undoStack.at(-1) === now.step ? now : null) }
    undo.on('stack-item-added', look)
    undo.on('stack-item-popped', look)
    undo.on('stack-cleared', look)
    return () => {
      undo.off('stack-item-added', look)
      undo.off('stack-item-popped', look)
      undo.off('stack-cleared', look)
    }
  }, [undo])
  const done = useCallback((what: T) => {
    const step = undo.undoStack.at(-1)
    setLast(step === undefined ? null : { step, what })
  }, [undo])
  return [last?.what ?? null, done]
}
