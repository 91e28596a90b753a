import * as Y from 'yjs'
import { Bytes } from './bytes.ts'
import { Deletions } from './deletions.ts'
import { Depths, mostDepth } from './depth.ts'
import { difference, readVector } from './difference.ts'
import { scan, type Scanned } from './scan.ts'
import { ClientStructs } from './structs.ts'

/** Bytes a deleted range costs in memory, roughly. */
const rangeBytes = 16

/**
 * A room's content as bytes: what all its updates say together, as one update, without a Y.Doc. Adding an update costs
 * its own length; giving the whole costs a copy when something was added since. What an update repeats is left out. Each
 * client's clocks are without gaps from 0: an update that would leave one is not for adding (`leavesGap`).
 *
 * It lies in memory once: what was put together, or came so from the store, is what the clients' structs are views of until they grow.
 */
export class Content {
  private readonly clients = new Map<number, ClientStructs>()
  private deletions = new Deletions()
  private whole: Uint8Array | null = null
  /** Types lie at most this deep in each other: each that comes may lie one deeper than those before, until it is looked after. */
  private depth = 0

  /** Adds a scanned update; false when it leaves a gap, and then nothing was added. `bytes` are those `scanned` was made of; nothing of them is kept by reference. */
  add (bytes: Uint8Array, scanned: Scanned): boolean {
    if (this.leavesGap(scanned)) return false
    for (const section of scanned.sections) {
      const known = this.clockOf(section.client)
      if (section.clock < known && section.clockEnd > known) return this.addRest(bytes)
    }
    for (const section of scanned.sections) {
      if (section.clock === this.clockOf(section.client)) this.of(section.client, section.end - section.start).append(bytes, section)
    }
    this.deletions.add(scanned.deleted)
    this.depth += scanned.types
    this.whole = null
    return true
  }

  /** As `add`, but `bytes` may be kept, uncopied, when they are the first: nobody may write to them. */
  adopt (bytes: Uint8Array, scanned: Scanned): boolean {
    if (this.clients.size > 0 || this.deletions.count > 0 || this.leavesGap(scanned)) return this.add(bytes, scanned)
    for (const section of scanned.sections) this.clients.set(section.client, ClientStructs.of(bytes, section))
    this.deletions = Deletions.of(bytes, scanned)
    this.depth = scanned.types
    this.whole = bytes
    return true
  }

  /** Whether an update says something of clocks without what comes before them. `ahead`: clocks that are on their way. */
  leavesGap (scanned: Scanned, ahead?: ReadonlyMap<number, number>): boolean {
    for (const { client, clock, hasSkip } of scanned.sections) {
      if (hasSkip || clock > Math.max(this.clockOf(client), ahead?.get(client) ?? 0)) return true
    }
    return false
  }

  /** Whether an update would say anything that is not here yet. */
  isNew (scanned: Scanned): boolean {
    for (const { client, clockEnd } of scanned.sections) if (clockEnd > this.clockOf(client)) return true
    return this.deletions.lack(scanned.deleted)
  }

  /**
   * Whether an update puts types deeper in each other than is let in; asked once for each that is about to come. `ahead` gives the
   * updates that are on their way, in order. Goes through everything, but only when so many types have come since the last time that it could be.
   */
  liesTooDeep (update: Uint8Array, scanned: Scanned, ahead: () => readonly Uint8Array[]): boolean {
    if (scanned.types === 0) return false
    // Counted here for those on their way, and once more when they come: at worst it is looked after twice as often.
    this.depth += scanned.types
    if (this.depth <= mostDepth) return false
    const depths = new Depths()
    const all = [this.update(), ...ahead(), update]
    for (const each of all) depths.add(each)
    if (depths.deepest(update) > mostDepth) return true
    this.depth = all.reduce((deepest, each) => Math.max(deepest, depths.deepest(each)), 0)
    return false
  }

  /** How many of an update's deleted ranges are not here yet; counted no further than beyond `most`. */
  lacking (scanned: Scanned, most: number): number {
    return this.deletions.lacking(scanned.deleted, most)
  }

  /** How many deleted ranges there are. */
  get rangeCount (): number {
    return this.deletions.count
  }

  /** How many client ids have written. */
  get clientCount (): number {
    return this.clients.size
  }

  /** Everything as one update. The same bytes until something is added; nobody may write to them. */
  update (): Uint8Array {
    this.whole ??= this.encode()
    return this.whole
  }

  /** Whether deleted things still have their content: then a Y.Doc would make it smaller. */
  get hasUncollected (): boolean {
    let collected = 0
    for (const structs of this.clients.values()) collected += structs.collected
    return this.deletions.clocks > collected
  }

  /** Yjs' state vector: how far each client is known. */
  stateVector (): Uint8Array {
    const bytes = new Bytes(this.clients.size * 8 + 8)
    bytes.uint(this.clients.size)
    for (const { client, end } of this.clients.values()) {
      bytes.uint(client)
      bytes.uint(end)
    }
    return bytes.view()
  }

  /** How many clocks of a client are known. */
  clockOf (client: number): number {
    return this.clients.get(client)?.end ?? 0
  }

  /** What somebody with this state vector lacks, as one update. The vector comes from outside: null when it is junk. */
  since (stateVector: Uint8Array): Uint8Array | null {
    const vector = readVector(stateVector)
    if (vector === null) return null
    return vector.size === 0 ? this.update() : difference(this.clients.values(), this.deletions, vector)
  }

  /** Bytes held, roughly. */
  get byteLength (): number {
    let length = this.deletions.count * rangeBytes
    for (const structs of this.clients.values()) length += structs.byteLength
    return length
  }

  private of (client: number, capacity: number): ClientStructs {
    let structs = this.clients.get(client)
    if (structs === undefined) this.clients.set(client, structs = new ClientStructs(client, new Bytes(capacity)))
    return structs
  }

  private encode (): Uint8Array {
    // Yjs writes higher client ids first; fewer conflicts to resolve for who reads it.
    const sorted = [...this.clients.values()].toSorted((a, b) => b.client - a.client)
    // Room for all of it and a number more: it stays in memory, so nothing is left over.
    const bytes = new Bytes(sorted.reduce((sum, structs) => sum + structs.encodedLength, this.deletions.encodedLength) + 16)
    bytes.uint(sorted.length)
    const starts = sorted.map(structs => structs.write(bytes))
    this.deletions.write(bytes)
    const whole = bytes.view()
    for (const [index, structs] of sorted.entries()) structs.settle(whole, starts[index] ?? 0)
    return whole
  }

  // Partly known, partly new: Yjs cuts the known part off.
  private addRest (bytes: Uint8Array): boolean {
    const rest = Y.diffUpdate(bytes, this.stateVector())
    const scanned = scan(rest)
    return scanned !== null && this.add(rest, scanned)
  }
}
