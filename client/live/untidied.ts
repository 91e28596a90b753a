import type * as Y from 'yjs'

/**
 * Keeps what others write from making this browser write. Where marks of two people have met, Yjs tidies up after them, in everybody's
 * document at once and as a change of each one's own: one who may only read would be refused for it, and what they see be called unsaved.
 * A mark too many says nothing; one's own writing still tidies up after itself.
 */
export function leaveUntidied (doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => { if (!transaction.local) transaction._needFormattingCleanup = false })
}
