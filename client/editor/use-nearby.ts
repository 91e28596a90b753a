import { type RefObject, useEffect, useState } from 'react'

const watched = new Map<Element, (near: boolean) => void>()
let observer: IntersectionObserver | null = null

// One observer for all fields; half a screen beyond the edges counts as near.
function observe (element: Element, tell: (near: boolean) => void): () => void {
  observer ??= new IntersectionObserver(entries => {
    for (const entry of entries) watched.get(entry.target)?.(entry.isIntersecting)
  }, { rootMargin: '50% 0px' })
  watched.set(element, tell)
  observer.observe(element)
  return () => {
    watched.delete(element)
    observer?.unobserve(element)
  }
}

/** Whether an element is in view or near it. */
export function useNearby (element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (element.current === null || typeof IntersectionObserver === 'undefined') return undefined
    return observe(element.current, setNear)
  }, [element])
  return near
}
