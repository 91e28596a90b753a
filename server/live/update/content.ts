import * as Y from 'yjs'
import { Bytes } from './bytes.ts'
import { Deletions } from './deletions.ts'
import { scan, type Scanned } from './scan.ts'
import { ClientStructs } from './structs.ts'

/** Bytes a deleted range costs in memory, roughly. */
const rangeBytes = 16

/**
 * A room's content as bytes: what all its updates say together, as one update, without a Y.Doc. Adding an update costs
 * its own length; giving the whole costs a copy. What an update repeats is left out. Each client's clocks are without gaps
 * from 0: an update that would leave one is not for adding (`leavesGap`).
 */
export class Content {
  private readonly clients = new Map<number, ClientStructs>()
  private readonly deletions = new Deletions()
  private whole: Uint8Array | null = null

  /** Adds a scanned update; false when it leaves a gap, and then nothing was added. `bytes` are those `scanned` was made of; nothing of them is kept by reference. */
  add (bytes: Uint8Array, scanned: Scanned): boolean {
    if (this.leavesGap(scanned)) return false
    const straddles = scanned.sections.some(section => {
      const known = this.clockOf(section.client)
      return section.clock < known && section.clockEnd > known
    })
    if (straddles) return this.addRest(bytes)
    for (const section of scanned.sections) {
      if (section.clock === this.clockOf(section.client)) this.of(section.client, section.end - section.start).append(bytes, section)
    }
    this.deletions.add(scanned.deleted)
    this.whole = null
    return true
  }

  /** Whether an update says something of clocks without what comes before them. `ahead`: clocks that are on their way. */
  leavesGap (scanned: Scanned, ahead?: ReadonlyMap<number, number>): boolean {
    return scanned.sections.some(section => section.hasSkip || section.clock > Math.max(this.clockOf(section.client), ahead?.get(section.client) ?? 0))
  }

  /** Whether an update would say anything that is not here yet. */
  isNew (scanned: Scanned): boolean {
    return scanned.sections.some(section => section.clockEnd > this.clockOf(section.client)) || this.deletions.lack(scanned.deleted)
  }

  /** Everything as one update. The same bytes until something is added. */
  update (): Uint8Array {
    this.whole ??= this.encode()
    return this.whole
  }

  /** Forgets what was put together, until it is asked for again. */
  rest (): void {
    this.whole = null
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
    if (stateVector.length === 1 && stateVector[0] === 0) return this.update()
    try {
      return Y.diffUpdate(this.update(), stateVector)
    } catch {
      return null
    }
  }

  /** Bytes held, roughly. */
  get byteLength (): number {
    let length = this.deletions.count * rangeBytes
    for (const structs of this.clients.values()) length += structs.byteLength
    return length
  }

  private of (client: number, capacity: number): ClientStructs {
    let structs = this.clients.get(client)
    if (structs === undefined) this.clients.set(client, structs = new ClientStructs(client, 0, capacity))
    return structs
  }

  private encode (): Uint8Array {
    // A client's head is at most 24 bytes, a deleted range 16: nothing grows while it is written, nothing much is left over.
    const bytes = new Bytes(this.byteLength + this.clients.size * 40 + 64)
    bytes.uint(this.clients.size)
    // Yjs writes higher client ids first; fewer conflicts to resolve for who reads it.
    for (const structs of [...this.clients.values()].toSorted((a, b) => b.client - a.client)) structs.write(bytes)
    this.deletions.write(bytes)
    return bytes.view()
  }

  // Partly known, partly new: Yjs cuts the known part off.
  private addRest (bytes: Uint8Array): boolean {
    const rest = Y.diffUpdate(bytes, this.stateVector())
    const scanned = scan(rest)
    return scanned !== null && this.add(rest, scanned)
  }
}
