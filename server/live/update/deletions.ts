import { uintLength, type Bytes } from './bytes.ts'
import { readDeleted, type DeletedRange, type Scanned } from './scan.ts'

/** How many ranges are put in one by one. */
const few = 32

/** Which clocks of one client are deleted: ranges in order that neither touch nor overlap. */
class Ranges {
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  /** Whether all of a range is here. */
  covers (start: number, end: number): boolean {
    const at = this.firstEndingFrom(start + 1)
    return (this.starts[at] ?? Infinity) <= start && (this.ends[at] ?? 0) >= end
  }

  // Index of the first range that ends at or after `clock`.
  private firstEndingFrom (clock: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.ends[middle] ?? 0) < clock) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Adds a range. */
  add (start: number, end: number): void {
    const { starts, ends } = this
    // The first range that can touch this one.
    const low = this.firstEndingFrom(start)
    let until = low
    while (until < starts.length && (starts[until] ?? 0) <= end) until++
    if (until === low) {
      starts.splice(low, 0, start)
      ends.splice(low, 0, end)
      return
    }
    const from = starts[low] ?? 0
    const to = ends[until - 1] ?? 0
    if (until === low + 1 && from <= start && to >= end) return
    starts.splice(low, until - low, Math.min(from, start))
    ends.splice(low, until - low, Math.max(to, end))
  }

  /** Adds many ranges at once, in any order: sorted and merged with what is here in one pass. */
  addAll (more: readonly DeletedRange[]): void {
    if (more.every(({ start, end }) => this.covers(start, end))) return
    const all = [...this.starts.map((start, index) => ({ start, end: this.ends[index] ?? start })), ...more].toSorted((a, b) => a.start - b.start)
    this.starts.length = 0
    this.ends.length = 0
    for (const { start, end } of all) {
      const last = this.ends.length - 1
      if (last >= 0 && start <= (this.ends[last] ?? 0)) this.ends[last] = Math.max(this.ends[last] ?? 0, end)
      else { this.starts.push(start); this.ends.push(end) }
    }
  }

  get count (): number {
    return this.starts.length
  }

  get clocks (): number {
    let clocks = 0
    for (const [index, start] of this.starts.entries()) clocks += (this.ends[index] ?? start) - start
    return clocks
  }

  get encodedLength (): number {
    let length = uintLength(this.starts.length)
    for (const [index, start] of this.starts.entries()) length += uintLength(start) + uintLength((this.ends[index] ?? start) - start)
    return length
  }

  write (bytes: Bytes): void {
    bytes.uint(this.starts.length)
    for (const [index, start] of this.starts.entries()) {
      bytes.uint(start)
      bytes.uint((this.ends[index] ?? start) - start)
    }
  }
}

/** What is deleted in a room, by client. What it starts with stays bytes until somebody deletes something or repeats a deletion. */
export class Deletions {
  private readonly clients = new Map<number, Ranges>()
  private unread: { readonly bytes: Uint8Array, readonly count: number, readonly clocks: number } | null = null

  /** Starts with what a scanned update deletes; `bytes` are those it was made of, and are kept. */
  static of (bytes: Uint8Array, scanned: Scanned): Deletions {
    const deletions = new Deletions()
    const { deletedAt, deletedCount, deletedClocks } = scanned
    if (deletedCount > 0) deletions.unread = { bytes: bytes.subarray(deletedAt), count: deletedCount, clocks: deletedClocks }
    return deletions
  }

  /** Adds ranges. */
  add (deleted: readonly DeletedRange[]): void {
    if (deleted.length === 0) return
    this.read()
    // A splice for each of very many ranges would be quadratic; one range at a time is what typing brings.
    if (deleted.length > few) this.addMany(deleted)
    else for (const { client, start, end } of deleted) this.of(client).add(start, end)
  }

  /** Whether any of these ranges is not here yet. */
  lack (deleted: readonly DeletedRange[]): boolean {
    return this.lacking(deleted, 0) > 0
  }

  /** How many of these ranges are not here yet; counted no further than beyond `most`. */
  lacking (deleted: readonly DeletedRange[], most: number): number {
    if (deleted.length === 0) return 0
    this.read()
    let lacking = 0
    for (const { client, start, end } of deleted) {
      if (this.clients.get(client)?.covers(start, end) !== true && ++lacking > most) break
    }
    return lacking
  }

  /** Ranges held: what they cost in memory goes into a room's size. */
  get count (): number {
    let count = this.unread?.count ?? 0
    for (const ranges of this.clients.values()) count += ranges.count
    return count
  }

  /** Clocks that are deleted. */
  get clocks (): number {
    let clocks = this.unread?.clocks ?? 0
    for (const ranges of this.clients.values()) clocks += ranges.clocks
    return clocks
  }

  /** How many bytes `write` writes. */
  get encodedLength (): number {
    if (this.unread !== null) return this.unread.bytes.length
    let length = uintLength(this.clients.size)
    for (const [client, ranges] of this.clients) length += uintLength(client) + ranges.encodedLength
    return length
  }

  /** Writes Yjs' delete set (version 1). */
  write (bytes: Bytes): void {
    if (this.unread !== null) {
      bytes.append(this.unread.bytes)
      return
    }
    bytes.uint(this.clients.size)
    for (const [client, ranges] of this.clients) {
      bytes.uint(client)
      ranges.write(bytes)
    }
  }

  private read (): void {
    const { unread } = this
    this.unread = null
    if (unread !== null) this.addMany(readDeleted(unread.bytes))
  }

  private addMany (deleted: readonly DeletedRange[]): void {
    const byClient = Map.groupBy(deleted, range => range.client)
    for (const [client, ranges] of byClient) this.of(client).addAll(ranges)
  }

  private of (client: number): Ranges {
    let ranges = this.clients.get(client)
    if (ranges === undefined) this.clients.set(client, ranges = new Ranges())
    return ranges
  }
}
