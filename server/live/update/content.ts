import * as Y from 'yjs'
import { Bytes } from './bytes.ts'
import { Deletions } from './deletions.ts'
import { scan, type Scanned } from './scan.ts'
import { ClientStructs } from './structs.ts'

/** What adding an update did: something new, nothing new, or it waits for one that has not come. */
export type Added = 'new' | 'nothing-new' | 'early'

/**
 * A room's content as bytes: what all its updates say together, as one update, without a Y.Doc. Adding an update costs
 * its own length; giving the whole costs a copy. What an update repeats is left out. An update that comes before the one
 * it follows (a gap in its client's clocks) waits here and is given along.
 */
export class Content {
  private readonly clients = new Map<number, ClientStructs>()
  private readonly deletions = new Deletions()
  private early: Uint8Array[] = []
  private whole: Uint8Array | null = null

  /** Adds a scanned update. `bytes` are those `scanned` was made of; nothing of them is kept by reference. */
  add (bytes: Uint8Array, scanned: Scanned): Added {
    let result: Added = 'nothing-new'
    const beyond = scanned.sections.some(section => section.clock > this.clockOf(section.client) || section.hasSkip)
    if (beyond) return this.wait(bytes)
    const straddles = scanned.sections.some(section => {
      const known = this.clockOf(section.client)
      return section.clock < known && section.clockEnd > known
    })
    if (straddles) return this.addRest(bytes)
    for (const section of scanned.sections) {
      if (section.clock !== this.clockOf(section.client)) continue
      this.of(section.client, section.end - section.start).append(bytes, section)
      result = 'new'
    }
    if (this.deletions.add(scanned.deleted)) result = 'new'
    if (result === 'new') {
      this.whole = null
      if (this.early.length > 0) this.tryEarly()
    }
    return result
  }

  /** Whether an update would say anything that is not here yet. */
  isNew (scanned: Scanned): boolean {
    return scanned.sections.some(section => section.clockEnd > this.clockOf(section.client)) || this.deletions.lack(scanned.deleted)
  }

  /** Everything as one update. The same bytes until something is added. */
  update (): Uint8Array {
    this.whole ??= this.early.length === 0 ? this.encode() : Y.mergeUpdates([this.encode(), ...this.early])
    return this.whole
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

  /** Ids of all clients that wrote here. */
  clientIds (): IterableIterator<number> {
    return this.clients.keys()
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
    let length = 0
    for (const structs of this.clients.values()) length += structs.byteLength
    for (const update of this.early) length += update.length
    return length
  }

  /** Gives back memory reserved for growth and the cached whole: for a room that has gone quiet. */
  trim (): void {
    for (const structs of this.clients.values()) structs.trim()
    this.whole = null
  }

  private of (client: number, capacity: number): ClientStructs {
    let structs = this.clients.get(client)
    if (structs === undefined) this.clients.set(client, structs = new ClientStructs(client, 0, capacity))
    return structs
  }

  private encode (): Uint8Array {
    const bytes = new Bytes(this.byteLength + this.clients.size * 16 + 64)
    bytes.uint(this.clients.size)
    // Yjs writes higher client ids first; fewer conflicts to resolve for who reads it.
    for (const structs of [...this.clients.values()].toSorted((a, b) => b.client - a.client)) structs.write(bytes)
    this.deletions.write(bytes)
    return bytes.view()
  }

  // Partly known, partly new: Yjs cuts the known part off.
  private addRest (bytes: Uint8Array): Added {
    const rest = Y.diffUpdate(bytes, this.stateVector())
    const scanned = scan(rest)
    return scanned === null ? 'nothing-new' : this.add(rest, scanned)
  }

  private wait (bytes: Uint8Array): Added {
    this.early.push(bytes.slice())
    this.whole = null
    return 'early'
  }

  private tryEarly (): void {
    const waiting = this.early
    this.early = []
    for (const update of waiting) {
      const scanned = scan(update)
      if (scanned !== null) this.add(update, scanned)
    }
  }
}
