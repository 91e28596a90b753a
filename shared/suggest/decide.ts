import type * as Y from 'yjs'
import type { SuggestionMark } from '../rich-text/index.ts'
import { blocksOf, type Block, type Run } from './block.ts'
import { dropEmptied, makeParagraphs } from './shape.ts'

/** What may be done with a suggestion. */
export type Verdict = 'accept' | 'reject'

/** Which marks a decision is about. */
export type Chosen = (mark: SuggestionMark) => boolean

/** The marks of these suggestions. */
export function marksOf (suggestions: readonly { readonly by: string, readonly ids: readonly string[] }[]): Chosen {
  const wanted = new Set(suggestions.flatMap(({ by, ids }) => ids.map(id => `${by}/${id}`)))
  return ({ by, id }) => wanted.has(`${by}/${id}`)
}

const takesAway: Readonly<Record<Verdict, SuggestionMark['kind']>> = { accept: 'deletion', reject: 'insertion' }

interface Stretch { readonly text: Y.XmlText, readonly at: number, length: number }

// Runs next to each other are one stretch: a mark is taken off as a whole, so that no end of it is left behind.
function stretches (runs: readonly Run[]): Stretch[] {
  const found: Stretch[] = []
  for (const { text, at, words } of runs) {
    const last = found.at(-1)
    if (last !== undefined && last.text === text && last.at + last.length === at) last.length += words.length
    else found.push({ text, at, length: words.length })
  }
  return found
}

function decideIn (block: Block, isChosen: Chosen, verdict: Verdict): boolean {
  const touched = block.runs.filter(run => run.laid.some(({ mark }) => isChosen(mark)))
  if (touched.length === 0) return false
  const goes = (run: Run): boolean => run.laid.some(({ mark }) => isChosen(mark) && mark.kind === takesAway[verdict])
  const names = new Set(touched.flatMap(run => run.laid.filter(({ mark }) => isChosen(mark)).map(({ name }) => name)))
  for (const name of names) {
    const marked = touched.filter(run => run.laid.some(laid => laid.name === name))
    for (const { text, at, length } of stretches(marked)) text.format(at, length, { [name]: null })
  }
  const gone = touched.filter(goes)
  for (const { text, at, length } of stretches(gone).toReversed()) text.delete(at, length)
  if (verdict === 'accept' && block.element !== null) {
    makeParagraphs(block.element)
    if (gone.length > 0) dropEmptied(block.element)
  }
  return true
}

/**
 * Accepts or rejects suggestions in a rich text. Accepted: what would be put in is text like any other, with the new paragraphs it asks
 * for; what would be taken away goes, and a paragraph that held nothing else with it. Rejected: the text is as it was. Marks of other
 * suggestions stay. Run it inside a transaction of one who may write. Gives whether there was anything to decide.
 */
export function decide (fragment: Y.XmlFragment, isChosen: Chosen, verdict: Verdict): boolean {
  return blocksOf(fragment).map(block => decideIn(block, isChosen, verdict)).some(Boolean)
}
