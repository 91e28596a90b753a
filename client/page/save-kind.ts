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

/**
 * What a screen reader is told when one kind follows another: trouble, and the end of trouble. Not each saving, which
 * comes with every key, and not each further change that waits.
 */
export function worthSaying (before: SaveKind, after: SaveKind): boolean {
  if (before === after) return false
  if (after === 'waiting' || after === 'unsafe' || after === 'savedOffline' || after === 'noContent') return true
  return after === 'saved' && before !== 'saving' && before !== 'opening'
}
