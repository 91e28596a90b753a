import * as Y from 'yjs'
import type { Struct } from './letters.ts'

type Store = Y.Doc['store']

/** The least that whoever writes under a client id has known of a document, by what they have written: whoever knows something knows all that its writer wrote before, and all that it was put beside. */
class Known {
  private readonly ends = new Map<number, number>()
  private readonly looked = new Map<number, number>()
  private readonly store: Store

  constructor (store: Store) {
    this.store = store
  }

  /** Of a client, everything before a clock is known. */
  reach (client: number, end: number): void {
    const todo: [client: number, end: number][] = [[client, end]]
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [of, until] = next
      if (until <= (this.ends.get(of) ?? 0)) continue
      this.ends.set(of, until)
      for (const id of this.besides(of, until)) todo.push([id.client, id.clock + 1])
    }
  }

  /** How far a client is known. */
  endOf (client: number): number { return this.ends.get(client) ?? 0 }

  // What a client's things up to a clock were put beside or into, as far as they have not been looked at.
  private besides (client: number, until: number): readonly Y.ID[] {
    const structs = this.store.clients.get(client) ?? []
    const from = this.looked.get(client) ?? 0
    const found: Y.ID[] = []
    if (structs.length === 0 || from >= until) return found
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock >= until) break
      this.looked.set(client, struct.id.clock + struct.length)
      if (struct instanceof Y.Item) found.push(...besidesOf(struct))
    }
    return found
  }
}

function besidesOf ({ origin, rightOrigin, parent }: Y.Item): readonly Y.ID[] {
  const inside = parent instanceof Y.ID ? parent : parent instanceof Y.AbstractType ? parent._item?.id ?? null : null
  return [origin, rightOrigin, inside].filter(id => id !== null)
}

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean => id.client === client && id.clock <= clock && clock < id.clock + length

function firstBeside (item: Y.Item): Y.Item {
  let first = item
  while (first.left !== null) first = first.left
  return first
}

/** Looks whether what is written could have been: by somebody who had before them a document with everything in it that they must have known. */
export class Views {
  private readonly known = new Map<number, Known>()
  private readonly store: Store

  constructor ({ store }: Y.Doc) {
    this.store = store
  }

  /**
   * Whether everything an update brought, and that was taken up, stands between two things that were neighbours for whoever wrote it. Yjs finds the same place for something
   * in every document only then: else it stands at one place for who sees it come, and at another for who loads it tomorrow. `clocks`: how far each had come before.
   */
  couldBe (structs: readonly Struct[], clocks: ReadonlyMap<number, number>): boolean {
    return structs.every(struct => !(struct instanceof Y.Item) || struct.id.clock < (clocks.get(struct.id.client) ?? 0) || this.couldStand(struct))
  }

  private couldStand (struct: Y.Item): boolean {
    const { id: { client, clock }, origin, rightOrigin } = struct
    const known = this.known.get(client) ?? new Known(this.store)
    this.known.set(client, known)
    known.reach(client, clock)
    for (const { client: of, clock: at } of besidesOf(struct)) known.reach(of, at + 1)
    const taken = Y.getItem(this.store, struct.id)
    const behind = origin === null ? null : Y.getItem(this.store, origin)
    // Thrown away with what it lay in.
    if (!(taken instanceof Y.Item) || (origin !== null && !(behind instanceof Y.Item))) return true
    let item: Y.Item | null = behind instanceof Y.Item ? behind : firstBeside(taken)
    let from = origin !== null ? origin.clock + 1 : item.id.clock
    for (; item !== null; item = item.right, from = item?.id.clock ?? 0) {
      const isLast = rightOrigin !== null && holds(item, rightOrigin) && rightOrigin.clock >= from
      const until = isLast ? rightOrigin.clock : item.id.clock + item.length
      if (from < until && from < known.endOf(item.id.client)) return false
      if (isLast) return true
    }
    return rightOrigin === null
  }
}
