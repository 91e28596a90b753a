import type { LiveSession } from './session.ts'

/**
 * Has the browser ask before the page is left while something written here is not on the server (the words are the
 * browser's own). Gives the stop. `page` is the window.
 */
export function leaveGuard (session: Pick<LiveSession, 'status'>, page: EventTarget): () => void {
  const ask = (event: Event): void => {
    if (session.status.get().state === 'waiting') event.preventDefault()
  }
  page.addEventListener('beforeunload', ask)
  return () => { page.removeEventListener('beforeunload', ask) }
}
