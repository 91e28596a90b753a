import * as Y from 'yjs'
import { isContentMark, markName } from '../rich-text/index.ts'
import { isOwn, isWellStored } from './look.ts'

/**
 * A mark that is open at a place in a text. `at`: where it was opened, counted in what Yjs has in the text; `id`: of what opened it
 * there; `last`: of what opened it once more, or the same. `goesOn`: it was closed before, and nothing but a person's own inserted words stands between.
 * `restores`: the id of the same mark's beginning that once stood there, which an undo brought back; null: none.
 */
export interface OpenMark {
  readonly name: string
  readonly value: unknown
  readonly isOwn: boolean
  readonly isContent: boolean
  readonly at: number
  readonly id: string
  readonly last: string
  readonly goesOn: boolean
  readonly restores: string | null
  readonly item: Y.Item
}

/** Something under an insertion's mark (`name`, opened by `opened`) that was put behind what stands before the mark: words typed meanwhile where the mark begins may come to lie between. */
export interface Gap { readonly name: string, readonly opened: string, readonly item: Y.ID }

/** By insertion's mark and client id, the clocks that lie under it and behind something that does. */
export type Inside = Map<string, { readonly from: number, readonly to: number }[]>

/** By client id, how far it had come before what is looked into. */
export type Clocks = ReadonlyMap<number, number>

/** What is noted of marks while a text is read, see `Without`. */
export interface SeenMarks { readonly marks: Set<string>, readonly loose: Set<string>, readonly gaps: Gap[], readonly inside: Inside, isSound: boolean }

/** Marks open at once: several people's suggestions and comments on the same words. Each costs something for every run under it. */
const mostOpen = 100

/** The name an id goes by among what is seen. */
export const idOf = ({ client, clock }: Y.ID): string => `${client}/${clock}`
const insideOf = (name: string, client: number): string => `${name} ${client}`

/** Whether something lay under an insertion's mark, and behind something that did. */
export function wasInside (inside: Inside, { name, item: { client, clock } }: Gap): boolean {
  return inside.get(insideOf(name, client))?.some(({ from, to }) => from <= clock && clock < to) ?? false
}

// Whether a mark was laid on words by who wrote them a moment before, and nothing that others know of stands between: what comes there meanwhile comes before the mark or behind the words.
function isLaidOn (beginning: Y.Item, { id: { client, clock } }: Y.Item, origin: Y.Item | null, known: number): boolean {
  if (beginning.id.client !== client || beginning.id.clock < clock) return false
  let { left } = beginning
  while (left !== origin && left !== null && left.id.client === client && left.id.clock >= Math.min(clock, known)) ({ left } = left)
  return left === origin
}

// Whether it is how the same mark began before its owner took it back and brought it back again.
function wasItself (beginning: Y.Item, { id, deleted, content }: Y.Item): boolean {
  return deleted && id.client === beginning.id.client && content instanceof Y.ContentFormat && (content as Format).key === (beginning.content as unknown as Format).key
}

interface Format { readonly key: string, readonly value: unknown }

/** Undos of undos that are looked back through. */
const mostUndone = 50

// What is brought back stands right before what was deleted; and that may have been brought back itself.
function restoredBy ({ store }: Y.Doc, item: Y.Item, { key, value }: Format): string | null {
  let found: string | null = null
  let { rightOrigin } = item
  for (let undone = 0; rightOrigin !== null && undone < mostUndone; undone++) {
    const was = Y.getItem(store, rightOrigin)
    if (!(was instanceof Y.Item) || !was.deleted || !(was.content instanceof Y.ContentFormat)) break
    const format = was.content as Format
    if (format.key !== key || JSON.stringify(format.value) !== JSON.stringify(value)) break
    found = idOf(was.id)
    ;({ rightOrigin } = was)
  }
  return found
}

/** The marks of a text where they begin and end, whether or not there are letters between: what somebody types there meanwhile would come under them. */
export class OpenMarks {
  private readonly open = new Map<string, OpenMark>()
  private readonly insertions = new Map<string, OpenMark>()
  private readonly closed = new Set<string>()
  private readonly places = new Map<Y.Item, number>()
  private readonly person: string
  private readonly clocks: Clocks
  private readonly seen: SeenMarks

  constructor (person: string, seen: SeenMarks, clocks: Clocks) {
    this.person = person
    this.clocks = clocks
    this.seen = seen
  }

  /** Takes up the next of what is in the text, deleted or not. */
  place (item: Y.Item): void { this.places.set(item, this.places.size) }

  /** Hears of something, deleted or not, before it is taken. `origin`: what it was put behind. */
  pass (item: Y.Item, origin: Y.Item | null): void {
    const { id, length } = item
    for (const { name, at, id: opened, item: beginning } of this.insertions.values()) {
      const isGap = this.isBefore(origin, at) && !isLaidOn(beginning, item, origin, this.clocks.get(id.client) ?? 0) && !wasItself(beginning, item)
      if (isGap) this.seen.gaps.push({ name, opened, item: id })
      const [key, range] = [insideOf(name, id.client), { from: id.clock, to: id.clock + length }]
      const ranges = this.seen.inside.get(key)
      if (ranges === undefined) this.seen.inside.set(key, [range])
      else ranges.push(range)
    }
  }

  /** Takes the beginning (or, `value` null, the end) of a mark. */
  take (item: Y.Item, { key, value }: Format, origin: Y.Item | null): void {
    const [id, opened] = [idOf(item.id), this.open.get(key)]
    if (value === null) {
      if (opened !== undefined && this.isBefore(origin, opened.at)) this.seen.loose.add(id)
      if (this.open.delete(key)) this.closed.add(key)
      this.insertions.delete(key)
      return
    }
    if (opened === undefined && this.open.size >= mostOpen) { this.seen.isSound = false; return }
    const first = opened ?? { at: this.places.get(item) ?? 0, id, item }
    const mark = { name: key, value, isOwn: isOwn(key, value, this.person), isContent: isContentMark(key), at: first.at, id: first.id, item: first.item, last: id, goesOn: opened === undefined && this.closed.has(key), restores: item.parent instanceof Y.AbstractType && item.parent.doc !== null ? restoredBy(item.parent.doc, item, { key, value }) : null }
    this.open.set(key, mark)
    if (markName(key) === 'insertion') this.insertions.set(key, mark)
    if (mark.isOwn) this.seen.isSound &&= isWellStored(key, value)
    else if (!mark.isContent) this.seen.marks.add(key)
  }

  /** The marks that are open now. */
  get now (): readonly OpenMark[] { return [...this.open.values()] }

  /** Words come that are no insertion of the person's own: what is closed has ended. */
  goOn (): void { this.closed.clear() }

  /** There is no more. */
  end (): void { for (const { id } of this.open.values()) this.seen.loose.add(`open ${id}`) }

  private isBefore (origin: Y.Item | null, at: number): boolean { return origin === null || (this.places.get(origin) ?? -1) < at }
}
