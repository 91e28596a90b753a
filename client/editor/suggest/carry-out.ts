import { newParagraph, type SuggestionMark } from '@samskriv/shared/rich-text'
import { Fragment, type Mark, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Intent } from './intent.ts'
import { contentMarks, isInsideOther, markOf, marksAround, ownOn, suggestionOf } from './own-marks.ts'
import type { NotSuggested, Suggesting } from './suggesting.ts'

/** An editor that changes are made in one after the other. */
export interface Hand { readonly state: () => EditorState, readonly apply: (transaction: Transaction) => void }

/** Where words are put in; `isNewBlock`: they begin a paragraph of their own. */
interface Target { readonly place: ResolvedPos, readonly isNewBlock: boolean }

interface Piece { readonly from: number, readonly to: number, readonly node: Node }

// The words in a range, run by run.
function piecesIn (document: Node, from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = []
  if (from < to) document.nodesBetween(from, to, (node, at) => {
    if (node.isText) pieces.push({ from: Math.max(from, at), to: Math.min(to, at + node.nodeSize), node })
  })
  return pieces
}

// Words never come among ones that somebody would take away: they stand behind them.
function behindDeletion (document: Node, at: number): number {
  let place = document.resolve(at)
  while (place.nodeAfter !== null && marksAround(place).some(mark => mark.type.name === 'deletion')) place = document.resolve(place.pos + place.nodeAfter.nodeSize)
  return place.pos
}

/** Where words come that are put in at a place; between two blocks, in a paragraph of their own behind the one before. */
function placeFor (document: Node, at: number): Target | null {
  const place = document.resolve(at)
  if (place.parent.isTextblock) return { place: document.resolve(behindDeletion(document, at)), isNewBlock: false }
  const near = Selection.near(place, -1).$head
  return near.parent.isTextblock ? { place: document.resolve(behindDeletion(document, near.end())), isNewBlock: near.parent.content.size > 0 } : null
}

function ownIdsBeside (document: Node, from: number, to: number, personId: string): readonly string[] {
  const beside = [document.resolve(from).nodeBefore, document.resolve(to).nodeAfter, ...piecesIn(document, from, to).map(piece => piece.node)]
  return beside.flatMap(node => (node === null ? null : ownOn(node, 'insertion', personId))?.id ?? [])
}

/** The suggestion of one's own that words at a place belong to: the one they stand in, one they stand beside, or a new one. */
export function ownIdAt (document: Node, from: number, to: number, { personId, ids }: Suggesting): string {
  const around = marksAround(document.resolve(from)).flatMap(mark => suggestionOf(mark) ?? []).find(({ kind, by }) => kind === 'insertion' && by === personId)
  return around?.id ?? ownIdsBeside(document, from, to, personId).find(id => ids.mayExtend(id)) ?? ids.make()
}

const withSelection = (transaction: Transaction, at: number): Transaction =>
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(at))).scrollIntoView()

// One's own words to be taken away that a place stands at, and that one may go on with: the mark, and from where to where.
function runBeside (document: Node, at: number, { personId, ids }: Suggesting): readonly (Piece & { readonly mark: Mark })[] {
  const place = document.resolve(at)
  const { parent } = place
  const start = place.start()
  const own = [place.nodeBefore, place.nodeAfter].map(node => node?.isText === true ? ownOn(node, 'deletion', personId) : null)
  return own.flatMap(suggestion => {
    if (suggestion === null || !ids.mayExtend(suggestion.id)) return []
    const mark = markOf(document.type.schema, suggestion)
    const pieces: (Piece & { readonly mark: Mark })[] = []
    parent.forEach((node, offset) => { if (mark.isInSet(node.marks)) pieces.push({ from: start + offset, to: start + offset + node.nodeSize, node, mark }) })
    return pieces
  })
}

/** Marks what would be taken away; takes one's own words that were only suggested out for good. Gives where the range ends now. */
function takeAway (hand: Hand, { from, to }: Intent, suggesting: Suggesting): number {
  const { personId, ids } = suggesting
  const pieces = piecesIn(hand.state().doc, from, to)
  const { schema, tr } = hand.state()
  // A mark that grew to the left would get a new beginning and keep its end, see `least-format.ts`: letter by letter the whole gets a new mark.
  const mark = markOf(schema, { kind: 'deletion', id: ids.make(), by: personId })
  const isKnown = ({ node }: Piece): boolean => ownOn(node, 'insertion', personId) !== null || ownOn(node, 'deletion', personId) !== null
  const news = pieces.filter(piece => !isKnown(piece))
  for (const piece of news) tr.addMark(piece.from, piece.to, mark)
  if (news.length > 0) {
    for (const beside of [from, to].flatMap(at => runBeside(tr.docs[0] ?? tr.doc, at, suggesting))) {
      tr.addMark(beside.from, beside.to, mark).removeMark(beside.from, beside.to, beside.mark)
    }
  }
  if (tr.docChanged) hand.apply(tr)
  let end = to
  for (const piece of pieces.toReversed()) {
    if (ownOn(piece.node, 'insertion', personId) === null) continue
    // One at a time: each is written to exactly its place.
    hand.apply(hand.state().tr.delete(piece.from, piece.to))
    end -= piece.to - piece.from
  }
  return end
}

// `from`: what stands from there to the place gives way.
function putIn (hand: Hand, from: number, { place, isNewBlock }: Target, words: readonly Node[], suggestion: SuggestionMark): void {
  const { schema, tr } = hand.state()
  const own = markOf(schema, suggestion)
  // What one stands in the midst of goes on around the words (a comment's anchor); how they look is their own.
  const around = marksAround(place).filter(mark => suggestionOf(mark) === null && contentMarks([mark]).length === 0)
  const marks = (node: Node): readonly Mark[] => own.addToSet(around.reduce((set, mark) => mark.addToSet(set), contentMarks(node.marks)))
  const nodes = [...(isNewBlock ? [schema.text(newParagraph)] : []), ...words].map(node => node.mark(marks(node)))
  const content = Fragment.fromArray(nodes)
  hand.apply(withSelection(tr.replaceWith(from, place.pos, content), from + content.size))
}

// Where the caret goes when only words were taken away: on, in the direction one deletes.
function caretAfter (state: EditorState, { from }: Intent, end: number): number {
  return state.selection.empty && state.selection.head === from ? end : from
}

// Whether all that would be replaced is one's own words in one block.
function isOwnRun (document: Node, { from, to }: Intent, personId: string): boolean {
  const pieces = piecesIn(document, from, to)
  const length = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0)
  return from < to && length === to - from && pieces.every(({ node }) => ownOn(node, 'insertion', personId) !== null)
}

/** Does as a suggestion what was meant as a change. Gives why not, when it cannot be one; then nothing was done. */
export function carryOut (hand: Hand, intent: Intent, suggesting: Suggesting): NotSuggested | null {
  const state = hand.state()
  const { doc } = state
  const { personId } = suggesting
  const { from, to, words } = intent
  if (words.length === 0 && intent.lostImage) return 'images'
  if (from < to && piecesIn(doc, from, to).length === 0) return doc.resolve(from).nodeAfter?.type.name === 'image' ? 'images' : 'blocks'
  if (from === to && words.length === 0) return null
  const [start, target] = [doc.resolve(from), words.length === 0 ? null : placeFor(doc, to)]
  if (words.length > 0 && target === null) return 'blocks'
  if (target !== null && (isInsideOther(start, doc.resolve(to), personId) || isInsideOther(target.place, target.place, personId))) return 'inside'
  const given = words.flatMap(node => ownOn(node, 'insertion', personId) ?? [])[0]?.id
  const id = given ?? ownIdAt(doc, from, to, suggesting)
  const suggestion = { kind: 'insertion', id, by: personId } as const
  if (target !== null && isOwnRun(doc, intent, personId) && target.place.pos === to) {
    // An input method writes its word anew with each letter: in one change, or the browser loses hold of it.
    putIn(hand, from, target, words, suggestion)
    return intent.lostImage ? 'images' : null
  }
  const end = takeAway(hand, intent, suggesting)
  const place = words.length === 0 ? null : placeFor(hand.state().doc, end)
  if (place === null) hand.apply(withSelection(hand.state().tr, caretAfter(state, intent, end)))
  else putIn(hand, place.place.pos, place, words, suggestion)
  return intent.lostImage ? 'images' : null
}
