import { useCallback, useEffect, useRef } from 'react'
import { bringIntoView } from '../ui/bring-into-view.ts'

/**
 * Shows who has locked what they made of it, and the way on: the banner stands above the text, and one may have been far down
 * in it. Nobody else is moved. Gives what to call when the lock is done; the page shows it a moment later.
 */
export function useShownLock (isLocked: boolean): () => void {
  const wanted = useRef(false)
  const show = useCallback(() => {
    const banner = document.querySelector('.ss-locked')
    if (!wanted.current || banner === null) return
    wanted.current = false
    bringIntoView(banner, 'center')
  }, [])
  useEffect(() => { if (isLocked) requestAnimationFrame(show) }, [isLocked, show])
  return useCallback(() => {
    wanted.current = true
    // The news may have come before the answer.
    requestAnimationFrame(show)
  }, [show])
}
