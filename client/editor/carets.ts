import type { Awareness } from 'y-protocols/awareness'

/** Somebody else's caret in a rich text. `anchor` and `head` are Yjs relative positions as JSON. */
export interface Caret {
  readonly clientId: number
  readonly name: string
  readonly color: number
  readonly anchor: unknown
  readonly head: unknown
}

/** The carets of the others by field, so that an editor hears only of its own. */
export interface Carets {
  /** The same array until it changes. */
  at(key: string): readonly Caret[]
  /** Calls back, at most once a frame, when the carets in a field have changed. Gives the stop. */
  watch(key: string, changed: () => void): () => void
}

interface Placed { readonly key: string, readonly caret: Caret }

const none: readonly Caret[] = []
const known = new WeakMap<Awareness, Carets>()

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

function placed (clientId: number, state: unknown): Placed | null {
  if (!isRecord(state) || !isRecord(state['cursor']) || !isRecord(state['user'])) return null
  const { key, anchor, head } = state['cursor']
  const { name, color } = state['user']
  if (typeof key !== 'string' || typeof name !== 'string' || anchor === undefined || head === undefined) return null
  return { key, caret: { clientId, name, color: typeof color === 'number' ? color : 0, anchor, head } }
}

const same = (one: Placed | null, other: Placed | null): boolean => JSON.stringify(one) === JSON.stringify(other)

// 25 people moving carets are some hundred changes a second: gathered to one call per field and frame.
function frame (work: () => void): void {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(work)
  else queueMicrotask(work)
}

function makeCarets (awareness: Awareness): Carets {
  const byClient = new Map<number, Placed>()
  const byKey = new Map<string, readonly Caret[]>()
  const watchers = new Map<string, Set<() => void>>()
  const changedKeys = new Set<string>()

  const tell = (): void => {
    const keys = [...changedKeys]
    changedKeys.clear()
    for (const key of keys) for (const changed of watchers.get(key) ?? []) changed()
  }
  const mark = (key: string): void => {
    byKey.delete(key)
    if (changedKeys.size === 0) frame(tell)
    changedKeys.add(key)
  }
  const take = (clientId: number): void => {
    const before = byClient.get(clientId) ?? null
    const after = clientId === awareness.clientID ? null : placed(clientId, awareness.getStates().get(clientId))
    if (same(before, after)) return
    if (after === null) byClient.delete(clientId)
    else byClient.set(clientId, after)
    if (before !== null) mark(before.key)
    if (after !== null && after.key !== before?.key) mark(after.key)
  }

  for (const clientId of awareness.getStates().keys()) take(clientId)
  awareness.on('change', ({ added, updated, removed }: { added: number[], updated: number[], removed: number[] }) => {
    for (const clientId of [...added, ...updated, ...removed]) take(clientId)
  })

  return {
    at (key) {
      const found = byKey.get(key)
      if (found !== undefined) return found
      const carets = [...byClient.values()].filter(each => each.key === key).map(each => each.caret)
      byKey.set(key, carets.length === 0 ? none : carets)
      return carets.length === 0 ? none : carets
    },
    watch (key, changed) {
      const set = watchers.get(key) ?? new Set()
      watchers.set(key, set.add(changed))
      return () => {
        set.delete(changed)
        if (set.size === 0 && watchers.get(key) === set) watchers.delete(key)
      }
    },
  }
}

/** The carets of the others in a session: one listener on its presence for all fields and editors. */
export function caretsOf (awareness: Awareness): Carets {
  const found = known.get(awareness)
  if (found !== undefined) return found
  const made = makeCarets(awareness)
  known.set(awareness, made)
  return made
}
