import { Cursor } from './cursor.ts'
import { kind, StructReader, type Struct } from './struct.ts'

/** One client's structs in an update: contiguous clocks from `clock` to `clockEnd`, encoded in bytes `start` to `end`. */
export interface Section {
  readonly client: number
  readonly clock: number
  readonly clockEnd: number
  readonly count: number
  readonly start: number
  readonly end: number
  readonly hasSkip: boolean
  readonly first: Struct
  readonly last: Struct
  /** How many of its clocks are of deleted things whose content is thrown away already. */
  readonly collected: number
  /** How many of its structs are types, which others can lie in. */
  readonly types: number
}

/** A range of deleted clocks of one client, `end` exclusive. */
export interface DeletedRange { readonly client: number, readonly start: number, readonly end: number }

/** Clients and deleted ranges one frame may name: far above what a whole behovsmelding holds, and still taken apart in some milliseconds. */
export const mostSections = 20_000
/** As {@link mostSections}, of deleted ranges. */
export const mostRanges = 200_000

const none: readonly DeletedRange[] = []

/** An update (version 1) taken apart without building anything of Yjs. The deleted ranges are only made when they are asked for. */
export class Scanned {
  readonly sections: readonly Section[]
  /** Where the deleted ranges stand in `bytes`, how many they are, and how many clocks they cover. */
  readonly deletedAt: number
  readonly deletedCount: number
  readonly deletedClocks: number
  private readonly bytes: Uint8Array
  private ranges: readonly DeletedRange[] | null

  constructor (bytes: Uint8Array, sections: readonly Section[], deletedAt: number, deletedCount: number, deletedClocks: number) {
    this.bytes = bytes
    this.sections = sections
    this.deletedAt = deletedAt
    this.deletedCount = deletedCount
    this.deletedClocks = deletedClocks
    this.ranges = deletedCount === 0 ? none : null
  }

  /** How many types it brings. */
  get types (): number {
    let types = 0
    for (const section of this.sections) types += section.types
    return types
  }

  get deleted (): readonly DeletedRange[] {
    return this.ranges ??= readDeleted(this.bytes, this.deletedAt)
  }
}

const cursor = new Cursor()
const struct = new StructReader()

function readSection (c: Cursor): Section | null {
  const count = c.uint()
  const client = c.uint()
  const clock = c.uint()
  const start = c.at
  let clockEnd = clock
  let collected = 0
  let types = 0
  let first: Struct | null = null
  let hasSkip = false
  for (let n = 0; n < count && c.ok; n++) {
    struct.read(c, client, clockEnd)
    first ??= struct.kept()
    if (struct.info === kind.skip) hasSkip = true
    else if (struct.kind <= kind.deleted) collected += struct.length
    else if (struct.kind === kind.type) types++
    clockEnd += struct.length
  }
  if (!c.ok || first === null || clockEnd > Number.MAX_SAFE_INTEGER) return null
  return { client, clock, clockEnd, count, start, end: c.at, hasSkip, first, last: count === 1 ? first : struct.kept(), collected, types }
}

// Goes through deleted ranges, checking them.
function eachDeleted (c: Cursor, look: (client: number, start: number, length: number) => void): void {
  for (let clients = c.uint(); clients > 0 && c.ok; clients--) {
    const client = c.uint()
    for (let n = c.uint(); n > 0 && c.ok; n--) {
      const start = c.uint()
      const length = c.uint()
      if (length < 1 || start + length > Number.MAX_SAFE_INTEGER) c.fail()
      if (c.ok) look(client, start, length)
    }
  }
}

/** The deleted ranges that stand in `bytes` from `at` on. What is malformed ends them. */
export function readDeleted (bytes: Uint8Array, at = 0): DeletedRange[] {
  const deleted: DeletedRange[] = []
  eachDeleted(new Cursor().reset(bytes, at), (client, start, length) => { deleted.push({ client, start, end: start + length }) })
  return deleted
}

/**
 * Takes an update (Yjs version 1) apart and checks it to the last byte: whatever passes can be decoded by every client.
 * Null when it is cut, junk, or holds something Samskriv does not have (sub-documents, unknown types, text that is not
 * UTF-8, bytes left over). Offsets are into `bytes`. Costs well under a microsecond for a keystroke.
 */
export function scan (bytes: Uint8Array, at = 0, end = bytes.length): Scanned | null {
  const c = cursor.reset(bytes, at, end)
  const sections: Section[] = []
  let seen: Set<number> | null = null
  for (let clients = c.uint(); clients > 0 && c.ok; clients--) {
    const section = readSection(c)
    if (section === null || sections.length >= mostSections) return null
    // A client's second section would overwrite its first in Yjs' decoder.
    if (sections.length > 0) {
      seen ??= new Set(sections.map(({ client }) => client))
      if (seen.has(section.client)) return null
      seen.add(section.client)
    }
    sections.push(section)
  }
  const deletedAt = c.at
  let count = 0
  let clocks = 0
  eachDeleted(c, (_client, _start, length) => {
    clocks += length
    if (++count > mostRanges) c.fail()
  })
  return c.ok && c.at === end ? new Scanned(bytes, sections, deletedAt, count, clocks) : null
}
