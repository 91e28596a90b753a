import type { Bytes } from './bytes.ts'
import type { DeletedRange } from './scan.ts'

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

  /** Adds a range. False when it was there already. */
  add (start: number, end: number): boolean {
    const { starts, ends } = this
    // The first range that can touch this one.
    const low = this.firstEndingFrom(start)
    let until = low
    while (until < starts.length && (starts[until] ?? 0) <= end) until++
    if (until === low) {
      starts.splice(low, 0, start)
      ends.splice(low, 0, end)
      return true
    }
    const from = starts[low] ?? 0
    const to = ends[until - 1] ?? 0
    if (until === low + 1 && from <= start && to >= end) return false
    starts.splice(low, until - low, Math.min(from, start))
    ends.splice(low, until - low, Math.max(to, end))
    return true
  }

  /** Adds many ranges at once, in any order: sorted and merged with what is here in one pass. False when all were there. */
  addAll (more: readonly DeletedRange[]): boolean {
    if (more.every(({ start, end }) => this.covers(start, end))) return false
    const all = [...this.starts.map((start, index) => ({ start, end: this.ends[index] ?? start })), ...more].toSorted((a, b) => a.start - b.start)
    this.starts.length = 0
    this.ends.length = 0
    for (const { start, end } of all) {
      const last = this.ends.length - 1
      if (last >= 0 && start <= (this.ends[last] ?? 0)) this.ends[last] = Math.max(this.ends[last] ?? 0, end)
      else { this.starts.push(start); this.ends.push(end) }
    }
    return true
  }

  get count (): number {
    return this.starts.length
  }

  write (bytes: Bytes): void {
    bytes.uint(this.starts.length)
    for (const [index, start] of this.starts.entries()) {
      bytes.uint(start)
      bytes.uint((this.ends[index] ?? start) - start)
    }
  }
}

/** What is deleted in a room, by client. */
export class Deletions {
  private readonly clients = new Map<number, Ranges>()

  /** Adds ranges. False when every one was there already. */
  add (deleted: readonly DeletedRange[]): boolean {
    // A splice for each of very many ranges would be quadratic; one range at a time is what typing brings.
    if (deleted.length > few) return this.addMany(deleted)
    let isNew = false
    for (const { client, start, end } of deleted) if (this.of(client).add(start, end)) isNew = true
    return isNew
  }

  /** Ranges held: what they cost in memory goes into a room's size. */
  get count (): number {
    let count = 0
    for (const ranges of this.clients.values()) count += ranges.count
    return count
  }

  private addMany (deleted: readonly DeletedRange[]): boolean {
    const byClient = Map.groupBy(deleted, range => range.client)
    let isNew = false
    for (const [client, ranges] of byClient) if (this.of(client).addAll(ranges)) isNew = true
    return isNew
  }

  private of (client: number): Ranges {
    let ranges = this.clients.get(client)
    if (ranges === undefined) this.clients.set(client, ranges = new Ranges())
    return ranges
  }

  /** Whether any of these ranges is not here yet. */
  lack (deleted: readonly DeletedRange[]): boolean {
    return deleted.some(({ client, start, end }) => this.clients.get(client)?.covers(start, end) !== true)
  }

  /** Writes Yjs' delete set (version 1). */
  write (bytes: Bytes): void {
    bytes.uint(this.clients.size)
    for (const [client, ranges] of this.clients) {
      bytes.uint(client)
      ranges.write(bytes)
    }
  }
}
