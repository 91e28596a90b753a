import type { BehovsmeldingView } from '@samskriv/shared/api'
import { store, stored } from '../ui/storage.ts'

const prefix = 'samskriv.view.'
const keyOf = (personId: string, id: string): string => `${prefix}${personId}.${id}`

/** Remembers on this machine what surrounds a behovsmelding, so that it opens without network. Invitations are left out. */
export function keepView (personId: string, view: BehovsmeldingView): void {
  store(keyOf(personId, view.id), JSON.stringify({ ...view, invitations: [] }))
}

/** What was remembered for this person, or null. */
export function keptView (personId: string, id: string): BehovsmeldingView | null {
  try {
    // Written by `keepView`, on this machine, in this shape; before anything could be delivered, without deliveries.
    const view = JSON.parse(stored(keyOf(personId, id)) ?? 'null') as BehovsmeldingView | null
    return view === null ? null : { ...view, deliveries: view.deliveries ?? [] }
  } catch {
    return null
  }
}

/** Forgets one, when access to it ended. */
export function forgetView (personId: string, id: string): void { store(keyOf(personId, id), null) }

/** Forgets everything remembered, at sign-out. */
export function forgetViews (): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  } catch {
    // A browser that forbids storage has kept nothing.
  }
}
