import { Cursor } from './cursor.ts'
import { bit, kind, StructReader } from './struct.ts'

/** Types inside each other that are let in. A form with a table in a list in rich text is some twenty deep; browsers and Yjs itself recurse, and break at some thousands. */
export const mostDepth = 200

// One client's structs: where each begins, the struct whose place it shares or lies inside of (−1: none), and how deep it lies, once known.
class Places {
  readonly clocks: number[] = []
  readonly clients: number[] = []
  readonly refs: number[] = []
  readonly inside: number[] = []
  readonly depths: number[] = []

  /** The struct that holds a clock; −1: nothing is known of it. */
  at (clock: number): number {
    let low = 0
    let high = this.clocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.clocks[middle] ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

const unknown = -1
const underWay = -2

/** How deep in each other the types lie that updates hold. What they refer to and nobody has lies nowhere: depth 0. */
export class Depths {
  private readonly clients = new Map<number, Places>()

  /** Takes up an update that has been scanned, after those before it. */
  add (update: Uint8Array): void {
    this.each(update, (struct, client) => { this.put(struct, client) })
  }

  /** The deepest that a type of an update lies which has been added. */
  deepest (update: Uint8Array): number {
    let deepest = 0
    this.each(update, (struct, client, clock) => {
      if (struct.kind === kind.type) deepest = Math.max(deepest, this.depthOf(client, clock))
    })
    return deepest
  }

  private each (update: Uint8Array, look: (struct: StructReader, client: number, clock: number) => void): void {
    const cursor = new Cursor().reset(update)
    const struct = new StructReader()
    for (let sections = cursor.uint(); sections > 0 && cursor.ok; sections--) {
      const count = cursor.uint()
      const client = cursor.uint()
      let clock = cursor.uint()
      for (let n = 0; n < count && cursor.ok; n++) {
        struct.read(cursor, client, clock)
        look(struct, client, clock)
        clock += struct.length
      }
    }
  }

  private put (struct: StructReader, client: number): void {
    let places = this.clients.get(client)
    if (places === undefined) this.clients.set(client, places = new Places())
    // What is repeated lies where it lay.
    if (struct.info === kind.skip || struct.clock <= (places.clocks.at(-1) ?? -1)) return
    const hasOrigin = (struct.info & bit.origin) !== 0 && struct.originClient >= 0
    const isBeside = hasOrigin || struct.rightClient >= 0
    places.clocks.push(struct.clock)
    places.clients.push(hasOrigin ? struct.originClient : isBeside ? struct.rightClient : struct.parentClient)
    places.refs.push(hasOrigin ? struct.originClock : isBeside ? struct.rightClock : struct.parentClock)
    places.inside.push(isBeside ? 0 : 1)
    places.depths.push(unknown)
  }

  // Without recursion: a hostile chain is as long as it is deep.
  private depthOf (client: number, clock: number): number {
    const way: { readonly places: Places, readonly at: number }[] = []
    let [nextClient, nextClock] = [client, clock]
    let depth = 0
    for (;;) {
      const places = this.clients.get(nextClient)
      const at = places?.at(nextClock) ?? -1
      if (places === undefined || at < 0) break
      const known = places.depths[at] ?? 0
      if (known >= 0) { depth = known; break }
      // A ring of structs that wait for each other: no Y.Doc would ever take them up.
      if (known === underWay) break
      places.depths[at] = underWay
      way.push({ places, at })
      nextClient = places.clients[at] ?? -1
      nextClock = places.refs[at] ?? -1
    }
    for (const { places, at } of way.toReversed()) {
      depth += places.inside[at] ?? 0
      places.depths[at] = depth
    }
    return depth
  }
}
