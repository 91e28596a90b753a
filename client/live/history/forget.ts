import { rootName } from '@samskriv/shared/document'
import { suggestionOfMark } from '@samskriv/shared/rich-text'
import { suggestedKey } from '@samskriv/shared/suggest'
import * as Y from 'yjs'

/** Whether others' change has taken marks of a person's suggestions off words, the words with them, or a suggested answer away: somebody decided about them. */
function decidedOn (transaction: Y.Transaction, personId: string): boolean {
  const suggested = transaction.doc.share.get(rootName.suggested)
  const own = suggestedKey(personId, '')
  let isDecided = false
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, item => {
    if (!(item instanceof Y.Item)) return
    if (item.parent === suggested && item.parentSub?.startsWith(own) === true) isDecided = true
    if (!(item.content instanceof Y.ContentFormat)) return
    const { key, value }: { key: string, value: unknown } = item.content
    if (suggestionOfMark(key, value)?.by === personId) isDecided = true
  })
  return isDecided
}

/**
 * Forgets what one who may only suggest could undo, once somebody has decided about a suggestion of theirs: taking back words that are
 * the text's now would be changing it. `isBound`: whether the person may only suggest at that moment.
 */
export function forgetDecided (doc: Y.Doc, undo: Y.UndoManager, personId: string, isBound: () => boolean): void {
  doc.on('afterTransaction', transaction => {
    if (!transaction.local && isBound() && decidedOn(transaction, personId)) undo.clear()
  })
}
