import type * as Y from 'yjs'
import type { SuggestionKind, SuggestionMark } from '../rich-text/index.ts'
import { blocksOf, type Block } from './block.ts'

/**
 * What one person suggests at one place: words put in, taken away, or both (a replacement). Its marks may have several ids: what stands
 * next to each other of one person's is decided as one, and so is what one deletion took in several paragraphs.
 */
export interface Suggestion {
  /** The same as long as its first mark is there. */
  readonly key: string
  readonly by: string
  readonly ids: readonly string[]
  readonly inserted: string
  readonly deleted: string
  /** Up to {@link around} letters of the text before it and after it in its block, as it stands. */
  readonly before: string
  readonly after: string
}

/** Letters of the text around a suggestion that are told with it. */
export const around = 32

interface Group { readonly by: string, readonly ids: Set<string>, readonly place: Place, inserted: string, deleted: string, last: Block | null }
interface Place { readonly block: Block, readonly from: number, to: number }

const idOf = ({ by, id }: SuggestionMark): string => `${by}/${id}`

// Words of two blocks are on lines of their own.
function add (group: Group, kind: SuggestionKind, words: string, block: Block): void {
  const own = kind === 'insertion' ? 'inserted' : 'deleted'
  group[own] += group.last !== null && group.last !== block && group[own] !== '' ? `\n${words}` : words
  group.last = block
}

const lineOf = (block: Block, from: number, to: number): string =>
  block.runs.slice(from, to).filter(run => !run.laid.some(({ mark }) => mark.kind === 'insertion')).map(run => run.words).join('')

function told ({ by, ids, place, inserted, deleted }: Group): Suggestion {
  const [first = ''] = ids
  const { block, from, to } = place
  return {
    key: `${by}/${first}`, by, ids: [...ids], inserted, deleted,
    before: lineOf(block, 0, from).slice(-around), after: lineOf(block, to + 1, block.runs.length).slice(0, around),
  }
}

/** The undecided suggestions in a rich text, in reading order. Writes nothing. */
export function suggestionsIn (fragment: Y.XmlFragment): readonly Suggestion[] {
  const byId = new Map<string, Group>()
  const groups: Group[] = []
  for (const block of blocksOf(fragment)) {
    // By person, what of theirs ends where this run begins.
    let reaching = new Map<string, Group>()
    for (const [at, run] of block.runs.entries()) {
      const here = new Map<string, Group>()
      for (const { mark } of run.laid) {
        const group = byId.get(idOf(mark)) ?? here.get(mark.by) ?? reaching.get(mark.by) ?? open(groups, mark.by, { block, from: at, to: at })
        group.ids.add(mark.id)
        byId.set(idOf(mark), group)
        here.set(mark.by, group)
        add(group, mark.kind, run.words, block)
        if (group.place.block === block) group.place.to = at
      }
      // A line break parts two texts of one block.
      reaching = block.runs[at + 1]?.text === run.text ? here : new Map()
    }
  }
  return groups.map(told)
}

function open (groups: Group[], by: string, place: Place): Group {
  const group: Group = { by, ids: new Set(), place, inserted: '', deleted: '', last: null }
  groups.push(group)
  return group
}
