import * as Y from 'yjs'
import { markName } from '../rich-text/index.ts'
import { isSoundLook, isWellStored, mayCarry } from './look.ts'
import { idOf, OpenMarks, type Clocks, type Gap, type Inside, type OpenMark, type SeenMarks } from './open-marks.ts'

/**
 * A rich text with one person's undecided suggestions taken away. `rest`: what is left, others' suggestions and every mark included, as
 * one string that two texts have in common only when they are equal. `carried`: others' marks that lie on this person's inserted words.
 * `marks`: every mark of others in the text. `beginnings`: ids of what opens others' suggestions and comments over letters, and
 * what each brings back over this person's own inserted words.
 * `loose`: ids of ends of marks between which words that are not there yet would come to lie. `gaps`: where such words would come under an insertion's mark;
 * `inside`: where they are in the midst of one.
 * `shells`: ids of what words stand in, also where there are none: somebody may be typing the first. `isSound`: this person's marks and words are such as an editor of ours makes.
 */
export interface Without {
  readonly rest: string
  readonly marks: ReadonlySet<string>
  readonly carried: ReadonlySet<string>
  readonly beginnings: ReadonlyMap<string, string | null>
  readonly loose: ReadonlySet<string>
  readonly gaps: readonly Gap[]
  readonly inside: Inside
  readonly shells: ReadonlySet<string>
  readonly isSound: boolean
}

/** Elements inside each other that are looked into; what lies deeper can be neither read nor suggested in. */
const deepest = 64

/** Which letters, as Yjs names them: client, clock of the first, how many. Written anew, the same words are others, and what somebody types among the old ones is lost. */
type Ids = [client: number, clock: number, length: number][]
interface TextPart { readonly kind: 'text', readonly marks: string, readonly isText: boolean, words: string, readonly ids: Ids }
type Part = TextPart | { readonly kind: 'element' | 'stray' | 'attributes', readonly says: readonly unknown[], readonly isBare?: boolean }
interface Seen extends SeenMarks { readonly carried: Set<string>, readonly beginnings: Map<string, string | null>, readonly shells: Set<string>, readonly clocks: Clocks }

/** Own marks on one letter: more than several suggestions that meet. */
const mostOwn = 8

// The run without this person's marks, as one string; null when it is their own insertion, and so not there.
function strip (marks: readonly OpenMark[], isText: boolean, seen: Seen): string | null {
  const [own, others] = [marks.filter(mark => mark.isOwn), marks.filter(mark => !mark.isOwn)]
  if (own.length > mostOwn || !own.every(({ name, value }) => isWellStored(name, value))) seen.isSound = false
  const isInsertion = own.some(({ name }) => markName(name) === 'insertion')
  for (const { name, value, isContent, last, goesOn, restores } of others) {
    if (isContent) {
      if (isInsertion && !isSoundLook(name, value)) seen.isSound = false
      continue
    }
    // Own words put in where another's mark ends part it, where Yjs has it end behind the beginning of another: what is behind them goes on.
    if (isInsertion || !goesOn) seen.beginnings.set(last, isInsertion ? restores : null)
    if (!isInsertion) seen.marks.add(name)
    else if (mayCarry(name)) seen.carried.add(name)
    else seen.isSound = false
  }
  if (isInsertion && !isText) seen.isSound = false
  return isInsertion ? null : written(Object.fromEntries(others.toSorted((a, b) => a.name < b.name ? -1 : 1).map(({ name, value }) => [name, value])))
}

function partsOfText (text: Y.XmlText, person: string, seen: Seen): Part[] {
  const parts: Part[] = []
  const marks = new OpenMarks(person, seen, seen.clocks)
  // By whether it is text: what is kept of a run with the marks that are open now.
  const kept = new Map<boolean, string | null>()
  for (let item = text._start; item !== null; item = item.right) {
    marks.place(item)
    const origin = originOf(text, item)
    marks.pass(item, origin)
    if (item.deleted) continue
    const { content, id, length } = item
    if (content instanceof Y.ContentFormat) {
      marks.take(item, content as { readonly key: string, readonly value: unknown }, origin)
      kept.clear()
    } else if (item.countable) {
      const isText = content instanceof Y.ContentString
      let under = kept.get(isText)
      if (under === undefined) {
        under = strip(marks.now, isText, seen)
        if (under !== null) marks.goOn()
        kept.set(isText, under)
      }
      if (under !== null) parts.push({ kind: 'text', marks: under, isText, words: isText ? content.str : '', ids: [[id.client, id.clock, length]] })
    }
  }
  marks.end()
  const own = text.getAttributes()
  return Object.keys(own).length > 0 ? [{ kind: 'attributes', says: [own] }, ...parts] : parts
}

function originOf ({ doc }: Y.XmlText, { origin }: Y.Item): Y.Item | null {
  const found = doc === null || origin === null ? null : Y.getItem(doc.store, origin)
  return found instanceof Y.Item ? found : null
}

// Runs next to each other with the same marks are one, in however many texts of Yjs they lie.
function joined (parts: readonly Part[]): Part[] {
  const found: Part[] = []
  for (const part of parts) {
    const last = found.at(-1)
    if (part.kind !== 'text' || last?.kind !== 'text' || !part.isText || !last.isText || part.marks !== last.marks) { found.push(part); continue }
    last.words += part.words
    const [client, clock, length] = part.ids[0] ?? [0, 0, 0]
    const end = last.ids.at(-1)
    if (end !== undefined && end[0] === client && end[1] + end[2] === clock) end[2] += length
    else last.ids.push([client, clock, length])
  }
  return found
}

/** Elements that words stand in. Anywhere else a text is nothing an editor can show, and it would take away what the text stands in. */
const holdsWords = new Set(['paragraph', 'heading'])

function partsOf (parent: Y.XmlFragment | Y.XmlElement, person: string, seen: Seen, depth: number): readonly Part[] {
  if (depth > deepest) { seen.isSound = false; return [] }
  const mayHold = parent instanceof Y.XmlElement && holdsWords.has(parent.nodeName)
  return joined(parent.toArray().flatMap((child): readonly Part[] => {
    if (child._item !== null) seen.shells.add(idOf(child._item.id))
    if (child instanceof Y.XmlText) return mayHold ? partsOfText(child, person, seen) : [{ kind: 'stray', says: [child._item?.id ?? null, child.toDelta()] }]
    if (child instanceof Y.XmlElement && !(child instanceof Y.XmlHook)) {
      const [attributes, inside] = [child.getAttributes(), partsOf(child, person, seen, depth + 1)]
      return [{ kind: 'element', says: [child.nodeName, attributes, inside, child._item?.id ?? null], isBare: child.nodeName === 'paragraph' && Object.keys(attributes).length === 0 && inside.length === 0 }]
    }
    seen.isSound = false
    return []
  }))
}

// Yjs knows values that JSON does not, or takes for others: none where there is one, numbers that are none, whole ones, bytes.
const isPlain = (value: unknown): boolean => value !== undefined && typeof value !== 'bigint' && !(typeof value === 'number' && !Number.isFinite(value)) && !(value instanceof Uint8Array)
const written = (value: unknown): string => JSON.stringify(value, (_key, each: unknown) => isPlain(each) ? each : ['no JSON', typeof each, String(each)])

/** Reads a rich text without one person's suggestions. `clocks`: how far each had come before the last update; what it brought nobody has written beside yet. Writes nothing. */
export function withoutSuggestionsOf (person: string, fragment: Y.XmlFragment, clocks: Clocks): Without {
  const seen: Seen = { marks: new Set(), carried: new Set(), beginnings: new Map(), loose: new Set(), gaps: [], inside: new Map(), shells: new Set(), isSound: true, clocks }
  const parts = partsOf(fragment, person, seen, 0)
  const [only, ...more] = parts
  // The first words in a field that was empty bring the paragraph they stand in: it says nothing itself.
  const rest = only?.kind === 'element' && only.isBare === true && more.length === 0 ? [] : parts
  return { rest: written(rest), ...seen }
}
