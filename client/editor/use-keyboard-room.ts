import { type RefObject, useEffect } from 'react'

/** Keeps `--ss-keyboard` on an element: how much of the page's lower edge a phone's keyboard covers, in px. Safari on iOS tells it no other way. */
export function useKeyboardRoom (element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { visualViewport } = window
    if (visualViewport === null) return undefined
    const measure = (): void => {
      const covered = Math.max(0, window.innerHeight - visualViewport.height - visualViewport.offsetTop)
      element.current?.style.setProperty('--ss-keyboard', `${Math.round(covered)}px`)
    }
    measure()
    visualViewport.addEventListener('resize', measure)
    visualViewport.addEventListener('scroll', measure)
    return () => {
      visualViewport.removeEventListener('resize', measure)
      visualViewport.removeEventListener('scroll', measure)
    }
  }, [element])
}
