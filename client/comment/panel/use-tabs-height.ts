import { type RefObject, useLayoutEffect } from 'react'

/** Keeps `--ss-tabs` on an element: how high the panel's tabs are that stand over it, in px. What stays under them needs to know. */
export function useTabsHeight (element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = element.current
    const tabs = own?.closest('.ss-panel')?.querySelector('[role=tablist]')
    if (own === null || tabs === null || tabs === undefined) return undefined
    const sizes = new ResizeObserver(() => { own.style.setProperty('--ss-tabs', `${tabs.getBoundingClientRect().height}px`) })
    sizes.observe(tabs)
    return () => { sizes.disconnect() }
  }, [element])
}
