import * as Y from 'yjs'
import { suggestionOfMark, type SuggestionMark } from '../rich-text/index.ts'

/** A suggestion's mark where it lies in Yjs: `name` is what it is stored under. */
export interface Laid { readonly name: string, readonly mark: SuggestionMark }

/** A run of letters with the same marks in a text of Yjs. */
export interface Run {
  readonly text: Y.XmlText
  readonly at: number
  readonly words: string
  readonly laid: readonly Laid[]
}

/** A block that words stand in (null: words right under the root, which no editor makes), with its runs in reading order. */
export interface Block { readonly element: Y.XmlElement | null, readonly runs: readonly Run[] }

/** Elements inside each other that are read, as in `readRichText`. */
const deepest = 64

const none: readonly Laid[] = []
const order = ({ mark: { kind, by, id } }: Laid): string => `${kind === 'insertion' ? 0 : 1} ${by} ${id}`

function laidOn (attributes: Readonly<Record<string, unknown>> | undefined): readonly Laid[] {
  if (attributes === undefined) return none
  const laid = Object.entries(attributes).flatMap(([name, value]) => {
    const mark = suggestionOfMark(name, value)
    return mark === null ? [] : { name, mark }
  })
  // Words are put in before anybody can want them away.
  return laid.toSorted((a, b) => order(a) < order(b) ? -1 : 1)
}

/** The runs of a text. What is no letter (nothing an editor of ours puts there) counts as one that says nothing. */
export function runsOf (text: Y.XmlText): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  const delta: { readonly insert?: unknown, readonly attributes?: Readonly<Record<string, unknown>> }[] = text.toDelta()
  for (const { insert, attributes } of delta) {
    const words = typeof insert === 'string' ? insert : '\uFFFC'
    runs.push({ text, at, words, laid: laidOn(attributes) })
    at += words.length
  }
  return runs
}

/** The blocks of a rich text that words stand in, in reading order. Writes nothing. */
export function blocksOf (fragment: Y.XmlFragment): readonly Block[] {
  const blocks: Block[] = []
  const walk = (parent: Y.XmlFragment | Y.XmlElement, depth: number): void => {
    const children = parent.toArray()
    const runs = children.flatMap(child => child instanceof Y.XmlText ? runsOf(child) : [])
    if (runs.length > 0) blocks.push({ element: parent instanceof Y.XmlElement ? parent : null, runs })
    if (depth >= deepest) return
    for (const child of children) if (child instanceof Y.XmlElement) walk(child, depth + 1)
  }
  walk(fragment, 0)
  return blocks
}
