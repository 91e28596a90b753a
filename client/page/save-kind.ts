import type { SaveStatus } from '../live/session.ts'

/**
 * What there is to tell about what was typed here:
 * `opening` the content is on its way · `noContent` there is no network and nothing of it on this machine yet ·
 * `saved` on the server's disk · `savedOffline` the same, but without network · `saving` on its way ·
 * `waiting` on this machine's disk only · `unsafe` in this tab only, closing it would lose it.
 */
export type SaveKind = 'opening' | 'noContent' | 'saved' | 'savedOffline' | 'saving' | 'waiting' | 'unsafe'

/** Sums a status up. Never says `saved` while anything waits. */
export function saveKindOf ({ state, connection, kept }: SaveStatus): SaveKind {
  if (state === 'opening') return connection === 'offline' ? 'noContent' : 'opening'
  if (state === 'saved') return connection === 'offline' ? 'savedOffline' : 'saved'
  if (connection === 'connected') return 'saving'
  return kept ? 'waiting' : 'unsafe'
}

const passing: readonly SaveKind[] = ['opening', 'saving']

/**
 * What a screen reader is told when one kind follows another: trouble, and the end of trouble. Not each saving, which
 * comes with every key, and not each further change that waits. `told` is what it knows; gives what it then knows.
 */
export function tellOf (told: SaveKind, now: SaveKind): { readonly told: SaveKind, readonly say: boolean } {
  // Saving is no news: between trouble and its end it must not make the end look like an ordinary saving.
  if (now === told || passing.includes(now)) return { told, say: false }
  return { told: now, say: now !== 'saved' || !passing.includes(told) }
}
