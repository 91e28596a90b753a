import { useCallback, useEffect, useRef } from 'react'

function toMain (): void {
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
}

/**
 * Keeps the keyboard on the page when what had the focus is gone: a lock takes every field away, and the button that was
 * pressed for it. `what` changes when that may have happened; the function looks once more after the next frame, e.g. when
 * a window closes.
 */
export function useKeptFocus (what: string): () => void {
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    toMain()
  }, [what])
  return useCallback(() => { requestAnimationFrame(toMain) }, [])
}
