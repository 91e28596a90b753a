import * as Y from 'yjs'
import { storedCommentMark } from '../../rich-text/index.ts'
import type { Line, Range } from './line.ts'

// The stretches of Yjs texts that make up a stretch of a line: index and length in each.
function parts (line: Line, { from, to }: Range): readonly { readonly text: Y.XmlText, readonly index: number, readonly length: number }[] {
  return line.pieces.flatMap(({ text, start, length }) => {
    const [first, last] = [Math.max(from, start), Math.min(to, start + length)]
    return first < last ? [{ text, index: first - start, length: last - first }] : []
  })
}

/** Puts a thread's mark on a stretch of a line. Run it inside a transaction; the line is still right afterwards, but for its marks. */
export function putMark (line: Line, range: Range, thread: string): void {
  const { name, value } = storedCommentMark(thread)
  for (const { text, index, length } of parts(line, range)) text.format(index, length, { [name]: value })
}

/** Takes a thread's mark off a stretch of a line. Run it inside a transaction. */
export function takeMark (line: Line, range: Range, thread: string): void {
  const { name } = storedCommentMark(thread)
  for (const { text, index, length } of parts(line, range)) text.format(index, length, { [name]: null })
}

// The item that holds the nth letter of a text, beginning with it.
function itemAt (transaction: Y.Transaction, text: Y.XmlText, index: number): Y.Item | null {
  let left = index
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (left < item.length) return Y.getItemCleanStart(transaction, Y.createID(item.id.client, item.id.clock + left))
    left -= item.length
  }
  return null
}

function insertFormat (transaction: Y.Transaction, client: number, text: Y.XmlText, left: Y.Item | null, right: Y.Item | null, name: string, value: object | null): void {
  const id = Y.createID(client, Y.getState(transaction.doc.store, client))
  // A mark ends with null; Yjs's type leaves that out.
  const content = new Y.ContentFormat(name, value as object)
  new Y.Item(id, left, left?.lastId ?? null, right, right?.id ?? null, text, null, content).integrate(transaction, 0)
}

/**
 * Yjs client ids to write the edges of a mark under: one below and one above everybody else's. Of what is inserted at the same place at
 * the same time, Yjs sets the lower id first: so what somebody types at the end of the words meanwhile comes behind the mark's end, and
 * what they type in front of them before its beginning.
 */
export interface EdgeClients { readonly lowest: number, readonly highest: number }

/**
 * Puts the mark of a new thread, which is nowhere yet, on a stretch of a line: at its very first and last letter. (Yjs's own `format`
 * ends beyond what was deleted behind the last letter; when that is brought back, it would be under the mark.) Run it inside a transaction.
 */
export function putNewMark (transaction: Y.Transaction, line: Line, range: Range, thread: string, { lowest, highest }: EdgeClients): void {
  const { name, value } = storedCommentMark(thread)
  for (const { text, index, length } of parts(line, range)) {
    const first = itemAt(transaction, text, index)
    const last = itemAt(transaction, text, index + length - 1)
    if (first === null || last === null) continue
    const end = Y.getItemCleanEnd(transaction, transaction.doc.store, last.id)
    insertFormat(transaction, lowest, text, end, end.right, name, null)
    insertFormat(transaction, highest, text, first.left, first, name, value)
  }
}
