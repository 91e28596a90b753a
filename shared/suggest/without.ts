import * as Y from 'yjs'
import { commentMark, isAllowedLink, isContentMark, markName, storedSuggestionMark, suggestionOfMark } from '../rich-text/index.ts'

/**
 * A rich text with one person's undecided suggestions taken away. `rest`: what is left, others' suggestions and every mark included, as
 * one string that two texts have in common only when they are equal. `carried`: others' marks that lie on this person's inserted words.
 * `marks`: every mark of others in the text. `loose`: ids of ends of marks between which words that are not there yet would come to lie.
 * `shells`: ids of what words stand in, also where there are none: somebody may be typing the first. `isSound`: this person's marks and words are such as an editor of ours makes.
 */
export interface Without {
  readonly rest: string
  readonly marks: ReadonlySet<string>
  readonly carried: ReadonlySet<string>
  readonly loose: ReadonlySet<string>
  readonly shells: ReadonlySet<string>
  readonly isSound: boolean
}

/** Elements inside each other that are looked into; what lies deeper can be neither read nor suggested in. */
const deepest = 64

type Attributes = Readonly<Record<string, unknown>>
/** Which letters, as Yjs names them: client, clock of the first, how many. Written anew, the same words are others, and what somebody types among the old ones is lost. */
type Ids = [client: number, clock: number, length: number][]
interface TextPart { readonly kind: 'text', readonly marks: string, readonly isText: boolean, words: string, readonly ids: Ids }
type Part = TextPart | { readonly kind: 'element' | 'stray' | 'attributes', readonly says: readonly unknown[], readonly isBare?: boolean }
interface Seen { readonly marks: Set<string>, readonly carried: Set<string>, readonly loose: Set<string>, readonly shells: Set<string>, isSound: boolean }

/** Own marks on one letter: more than several suggestions that meet. */
const mostOwn = 8

// Only a mark stored as every editor stores it: any other would be written anew by whoever comes next, in their own name.
function isOwn (name: string, value: unknown, person: string): boolean {
  const mark = suggestionOfMark(name, value)
  return mark !== null && mark.by === person
}

const stored = new WeakMap<object, { readonly name: string, readonly isWell: boolean }>()

// The name is a fingerprint of the rest: made once for a mark, and not for each letter under it.
function isWellStored (name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const was = stored.get(value)
  if (was?.name === name) return was.isWell
  const mark = suggestionOfMark(name, value)
  const isWell = mark !== null && Object.keys(value).length === 2 && storedSuggestionMark(mark).name === name
  stored.set(value, { name, isWell })
  return isWell
}

// How a person's own words look: only as an editor of ours makes them, or others' editors break on it.
function isSoundLook (name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const says = Object.entries(value)
  if (markName(name) !== 'link') return says.length === 0
  return says.every(([key, each]) => linkSays.has(key) && (each === null || typeof each === 'string')) && 'href' in value && isAllowedLink(value.href)
}
const linkSays = new Set(['href', 'target', 'rel', 'class', 'title'])

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
  if (own.length > mostOwn) seen.isSound = false
  for (const [name, value] of others) {
    if (isContentMark(name)) {
      if (isInsertion && !isSoundLook(name, value)) seen.isSound = false
      continue
    }
    if (!isInsertion) seen.marks.add(name)
    else if (mayCarry(name)) seen.carried.add(name)
    else seen.isSound = false
  }
  if (isInsertion && !isText) seen.isSound = false
  return isInsertion ? null : Object.fromEntries(others.toSorted(([a], [b]) => a < b ? -1 : 1))
}

const isStart = ({ content }: Y.Item): boolean => content instanceof Y.ContentFormat && content.value !== null

// Ends of marks where they lie, whether or not there are letters between them: what somebody types there meanwhile would come under the mark.
class Marks {
  private readonly open = new Map<string, { readonly value: unknown, readonly at: number, readonly id: string }>()
  private readonly places = new Map<Y.Item, number>()
  private readonly person: string
  private readonly seen: Seen

  constructor (person: string, seen: Seen) {
    this.person = person
    this.seen = seen
  }

  place (item: Y.Item): void { this.places.set(item, this.places.size) }

  take (item: Y.Item, { key, value }: { readonly key: string, readonly value: unknown }, origin: Y.Item | null): void {
    const id = `${item.id.client}/${item.id.clock}`
    if (!isStart(item)) {
      const opened = this.open.get(key)
      if (opened !== undefined && (origin === null || (this.places.get(origin) ?? -1) < opened.at)) this.seen.loose.add(id)
      this.open.delete(key)
      return
    }
    this.open.set(key, { value, at: this.open.get(key)?.at ?? this.places.get(item) ?? 0, id: this.open.get(key)?.id ?? id })
    if (isOwn(key, value, this.person)) this.seen.isSound &&= isWellStored(key, value)
    else if (!isContentMark(key)) this.seen.marks.add(key)
  }

  get now (): Attributes { return Object.fromEntries([...this.open].map(([key, { value }]) => [key, value])) }

  end (): void { for (const { id } of this.open.values()) this.seen.loose.add(`open ${id}`) }
}

function partsOfText (text: Y.XmlText, person: string, seen: Seen): Part[] {
  const parts: Part[] = []
  const marks = new Marks(person, seen)
  // By whether it is text: what is kept of a run with the marks that are open now.
  const kept = new Map<boolean, string | null>()
  for (let item = text._start; item !== null; item = item.right) {
    marks.place(item)
    if (item.deleted) continue
    const { content, id, length } = item
    if (content instanceof Y.ContentFormat) {
      marks.take(item, content as { readonly key: string, readonly value: unknown }, originOf(text, item))
      kept.clear()
    } else if (item.countable) {
      const isText = content instanceof Y.ContentString
      let under = kept.get(isText)
      if (under === undefined) {
        const left = strip(marks.now, isText, person, seen)
        under = left === null ? null : written(left)
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
    if (child._item !== null) seen.shells.add(`${child._item.id.client}/${child._item.id.clock}`)
    if (child instanceof Y.XmlText) return mayHold ? partsOfText(child, person, seen) : [{ kind: 'stray', says: [child._item?.id ?? null, child.toDelta()] }]
    if (child instanceof Y.XmlElement && !(child instanceof Y.XmlHook)) {
      const [attributes, inside] = [child.getAttributes(), partsOf(child, person, seen, depth + 1)]
      return [{ kind: 'element', says: [child.nodeName, attributes, inside, child._item?.id ?? null], isBare: child.nodeName === 'paragraph' && Object.keys(attributes).length === 0 && inside.length === 0 }]
    }
    seen.isSound = false
    return []
  }))
}

// Yjs knows whole numbers that JSON does not.
const written = (value: unknown): string => JSON.stringify(value, (_key, each: unknown) => typeof each === 'bigint' ? `${each}n` : each)

/** Reads a rich text without one person's suggestions. Writes nothing. */
export function withoutSuggestionsOf (person: string, fragment: Y.XmlFragment): Without {
  const seen: Seen = { marks: new Set(), carried: new Set(), loose: new Set(), shells: new Set(), isSound: true }
  const parts = partsOf(fragment, person, seen, 0)
  const [only, ...more] = parts
  // The first words in a field that was empty bring the paragraph they stand in: it says nothing itself.
  const rest = only?.kind === 'element' && only.isBare === true && more.length === 0 ? [] : parts
  return { rest: written(rest), ...seen }
}
