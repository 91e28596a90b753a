import { useEffect } from 'react'

/** Names the browser's tab: what it shows first, then the product. */
export function useTitle (title: string): void {
  useEffect(() => { document.title = title === '' ? 'Samskriv' : `${title} – Samskriv` }, [title])
}
