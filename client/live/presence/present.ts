import { roles, type Role } from '@samskriv/shared/access'
import type { Present } from '../session.ts'

/** Who an entry is about, as far as this tab knows about itself. */
export interface Oneself { readonly clientId: number, readonly personId: string, readonly name: string, readonly role: Role | null, readonly color: number }

function has<K extends string> (value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value
}

function placeIn (state: unknown): string | null {
  return has(state, 'place') && typeof state.place === 'string' ? state.place : null
}

// The server stamps `user` on every state it passes on; a state without one was not vouched for, and is nobody.
function presentIn (clientId: number, state: unknown): Present | null {
  if (!has(state, 'user')) return null
  const { user } = state
  if (!has(user, 'id') || !has(user, 'name') || !has(user, 'role') || !has(user, 'color')) return null
  const role = roles.find(each => each === user.role)
  const { id, name, color } = user
  if (role === undefined || typeof id !== 'string' || typeof name !== 'string' || typeof color !== 'number') return null
  return { clientId, personId: id, name, role, color, place: placeIn(state), self: false }
}

const inOrder = (a: Present, b: Present): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.clientId - b.clientId

/** Everybody present, by name, from awareness states; oneself once the server has said which role one has. */
export function presentOf (states: ReadonlyMap<number, unknown>, self: Oneself): Present[] {
  const others = [...states].flatMap(([clientId, state]) => clientId === self.clientId ? [] : presentIn(clientId, state) ?? [])
  const { role, ...rest } = self
  const own = role === null ? [] : [{ ...rest, role, place: placeIn(states.get(self.clientId)), self: true }]
  return [...others, ...own].toSorted(inOrder)
}

function samePresent (a: Present, b: Present): boolean {
  return a.clientId === b.clientId && a.personId === b.personId && a.name === b.name && a.role === b.role &&
    a.color === b.color && a.place === b.place && a.self === b.self
}

/** Keeps the objects, and the list, of the last time wherever they show the same: what a caret does changes nothing here. */
export function keepSame (before: readonly Present[], after: readonly Present[]): readonly Present[] {
  const known = new Map(before.map(each => [each.clientId, each]))
  const kept = after.map(each => {
    const old = known.get(each.clientId)
    return old !== undefined && samePresent(old, each) ? old : each
  })
  return kept.length === before.length && kept.every((each, at) => each === before[at]) ? before : kept
}
