import { useSyncExternalStore } from 'react'

// What one has folded away is one's own view of this page: not the document's, not others', gone with the page.
const folded = new Set<string>()
const watchers = new Set<() => void>()

/** Folds an item of a group, or opens it. `itemKey`: group/item. */
export function fold (itemKey: string, away: boolean): void {
  if (away) folded.add(itemKey)
  else folded.delete(itemKey)
  for (const changed of watchers) changed()
}

function watch (changed: () => void): () => void {
  watchers.add(changed)
  return () => { watchers.delete(changed) }
}

/** Whether an item is folded away. */
export function useFolded (itemKey: string): boolean {
  return useSyncExternalStore(watch, () => folded.has(itemKey))
}

/** Opens whatever a field is folded away in. */
export function unfoldAround (key: string): void {
  for (const itemKey of folded) if (key === itemKey || key.startsWith(`${itemKey}/`)) fold(itemKey, false)
}
