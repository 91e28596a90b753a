import { useEffect, useRef } from 'react'

function toMain (): void {
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
}

/**
 * Keeps the keyboard on the page when what had the focus is gone: a lock takes every field away, and the button that was
 * pressed for it. Looks when `what` changes, and when a dialog has closed and found nothing to give the focus back to.
 */
export function useKeptFocus (what: string): void {
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    toMain()
  }, [what])
  useEffect(() => {
    const look = (): void => { requestAnimationFrame(toMain) }
    // `close` does not bubble.
    document.addEventListener('close', look, true)
    return () => { document.removeEventListener('close', look, true) }
  }, [])
}
