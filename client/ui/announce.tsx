import { useSyncExternalStore, type ReactNode } from 'react'

let said = { text: '', turn: 0 }
const watchers = new Set<() => void>()

/** Has a screen reader say something when it is next silent. For what sighted people see happen elsewhere on the page. */
export function announce (text: string): void {
  said = { text, turn: said.turn + 1 }
  for (const changed of watchers) changed()
}

function watch (changed: () => void): () => void {
  watchers.add(changed)
  return () => { watchers.delete(changed) }
}

/** The one place where announcements are put. Mounted once, always. */
export function Announcer (): ReactNode {
  const { text, turn } = useSyncExternalStore(watch, () => said)
  // The same sentence twice must be a change, or it is said once only.
  return <output className='ss-unseen' aria-live='polite'>{turn % 2 === 0 ? text : `${text}\u00A0`}</output>
}
