import * as Y from 'yjs'
import { commentMark, isContentMark, markName, storedSuggestionMark, suggestionOfMark } from '../rich-text/index.ts'

/**
 * A rich text with one person's undecided suggestions taken away. `rest`: what is left, others' suggestions and every mark included, as
 * one string that two texts have in common only when they are equal. `carried`: others' marks that lie on this person's inserted words.
 * `marks`: every mark of others in the text. `isSound`: this person's marks and words are such as an editor of ours makes.
 */
export interface Without {
  readonly rest: string
  readonly marks: ReadonlySet<string>
  readonly carried: ReadonlySet<string>
  readonly isSound: boolean
}

/** Elements inside each other that are looked into; what lies deeper can be neither read nor suggested in. */
const deepest = 64

type Attributes = Readonly<Record<string, unknown>>
type Part = readonly [kind: string, ...rest: readonly unknown[]]
interface Seen { readonly marks: Set<string>, readonly carried: Set<string>, isSound: boolean }

// Only a mark stored as every editor stores it: any other would be written anew by whoever comes next, in their own name.
function isOwn (name: string, value: unknown, person: string): boolean {
  const mark = suggestionOfMark(name, value)
  return mark !== null && mark.by === person
}

function isWellStored (name: string, value: unknown): boolean {
  const mark = suggestionOfMark(name, value)
  if (mark === null || typeof value !== 'object' || value === null) return false
  return Object.keys(value).length === 2 && storedSuggestionMark(mark).name === name
}

function mayCarry (name: string): boolean {
  const type = markName(name)
  // Nobody writes inside another's insertion: words would be passed off as theirs.
  return type === 'deletion' || type === commentMark
}

// The run without this person's marks; null when it is their own insertion, and so not there.
function strip (attributes: Attributes, isText: boolean, person: string, seen: Seen): Attributes | null {
  const others = Object.entries(attributes).filter(([name, value]) => !isOwn(name, value, person))
  const own = Object.entries(attributes).filter(([name, value]) => isOwn(name, value, person))
  if (!own.every(([name, value]) => isWellStored(name, value))) seen.isSound = false
  const isInsertion = own.some(([name]) => markName(name) === 'insertion')
  for (const [name] of others) {
    if (isContentMark(name)) continue
    if (!isInsertion) seen.marks.add(name)
    else if (mayCarry(name)) seen.carried.add(name)
    else seen.isSound = false
  }
  if (isInsertion && !isText) seen.isSound = false
  return isInsertion ? null : Object.fromEntries(others.toSorted(([a], [b]) => a < b ? -1 : 1))
}

/** Which letters, as Yjs names them: client, clock of the first, how many. Written anew, the same words are others, and what somebody types among the old ones is lost. */
type Ids = readonly (readonly [client: number, clock: number, length: number])[]

function withIds (ids: Ids, more: Ids): Ids {
  const found = ids.slice()
  for (const [client, clock, length] of more) {
    const last = found.at(-1)
    if (last !== undefined && last[0] === client && last[1] + last[2] === clock) found[found.length - 1] = [client, last[1], last[2] + length]
    else found.push([client, clock, length])
  }
  return found
}

function partsOfText (text: Y.XmlText, person: string, seen: Seen): Part[] {
  const parts: Part[] = []
  const marks = new Map<string, unknown>()
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content, id, length } = item
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) marks.delete(content.key)
      else marks.set(content.key, content.value)
    } else if (item.countable) {
      const isText = content instanceof Y.ContentString
      const kept = strip(Object.fromEntries(marks), isText, person, seen)
      if (kept !== null) parts.push(['text', kept, isText ? content.str : '', isText, [[id.client, id.clock, length]]])
    }
  }
  const own = text.getAttributes()
  return Object.keys(own).length > 0 ? [['attributes', own], ...parts] : parts
}

// Runs next to each other with the same marks are one, in however many texts of Yjs they lie.
function joined (parts: readonly Part[]): Part[] {
  const found: Part[] = []
  for (const part of parts) {
    const last = found.at(-1)
    if (part[0] === 'text' && last?.[0] === 'text' && part[3] === true && last[3] === true && written(part[1]) === written(last[1])) {
      found[found.length - 1] = ['text', last[1], `${String(last[2])}${String(part[2])}`, true, withIds(last[4] as Ids, part[4] as Ids)]
    } else found.push(part)
  }
  return found
}

/** Elements that words stand in. Anywhere else a text is nothing an editor can show, and it would take away what the text stands in. */
const holdsWords = new Set(['paragraph', 'heading'])

function partsOf (parent: Y.XmlFragment | Y.XmlElement, person: string, seen: Seen, depth: number): readonly Part[] {
  if (depth > deepest) { seen.isSound = false; return [] }
  const mayHold = parent instanceof Y.XmlElement && holdsWords.has(parent.nodeName)
  return joined(parent.toArray().flatMap((child): readonly Part[] => {
    if (child instanceof Y.XmlText) return mayHold ? partsOfText(child, person, seen) : [['stray', child._item?.id ?? null, child.toDelta()]]
    if (child instanceof Y.XmlElement && !(child instanceof Y.XmlHook)) return [['element', child.nodeName, child.getAttributes(), partsOf(child, person, seen, depth + 1), child._item?.id ?? null]]
    seen.isSound = false
    return []
  }))
}

// The first words in a field that was empty bring the paragraph they stand in: it says nothing itself.
const isBareParagraph = ([kind, name, attributes, content]: Part): boolean =>
  kind === 'element' && name === 'paragraph' && Object.keys(attributes ?? {}).length === 0 && Array.isArray(content) && content.length === 0

// Yjs knows whole numbers that JSON does not.
const written = (value: unknown): string => JSON.stringify(value, (_key, each: unknown) => typeof each === 'bigint' ? `${each}n` : each)

/** Reads a rich text without one person's suggestions. Writes nothing. */
export function withoutSuggestionsOf (person: string, fragment: Y.XmlFragment): Without {
  const seen: Seen = { marks: new Set(), carried: new Set(), isSound: true }
  const parts = partsOf(fragment, person, seen, 0)
  const [only, ...more] = parts
  const rest = only !== undefined && more.length === 0 && isBareParagraph(only) ? [] : parts
  return { rest: written(rest), ...seen }
}
