import type { Bytes } from './bytes.ts'
import type { DeletedRange } from './scan.ts'

/** Which clocks of one client are deleted: ranges in order that neither touch nor overlap. */
class Ranges {
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  /** Adds a range. False when it was there already. */
  add (start: number, end: number): boolean {
    const { starts, ends } = this
    // The first range that ends at or after `start`: the only place where this one can touch.
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ends[middle] ?? 0) < start) low = middle + 1
      else high = middle
    }
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
    let isNew = false
    for (const { client, start, end } of deleted) {
      let ranges = this.clients.get(client)
      if (ranges === undefined) this.clients.set(client, ranges = new Ranges())
      if (ranges.add(start, end)) isNew = true
    }
    return isNew
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
