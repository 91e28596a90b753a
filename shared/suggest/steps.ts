import * as Y from 'yjs'
import type { Struct } from './letters.ts'

/**
 * Steps one update may take to find its places, see {@link stepsToPlace}: some ten milliseconds. Hours of suggestions made without a network, at places
 * where others have written meanwhile, take some thousand.
 */
export const mostSteps = 200_000

const keyOf = ({ client, clock }: Y.ID): string => `${client}/${clock}`

// How far it is from what something is put behind to what it is put before, in a list or in what has stood at a key.
function walk (first: Y.Item | null, right: Y.ID | null): number {
  let steps = 0
  for (let item = first; item !== null && steps <= mostSteps; item = item.right, steps++) {
    if (right !== null && item.id.client === right.client && item.id.clock <= right.clock && right.clock < item.id.clock + item.length) break
  }
  return steps
}

function firstOf (parent: unknown, sub: string | null): Y.Item | null {
  if (!(parent instanceof Y.AbstractType)) return null
  if (sub === null) return parent._start
  let first = parent._map.get(sub) ?? null
  while (first !== null && first.left !== null) first = first.left
  return first
}

const endOf = ({ id, length }: Struct): number => id.clock + length

// Finds in what an update brings the one that holds a clock.
function finderIn (structs: readonly Struct[]): (id: Y.ID) => Struct | null {
  const byClient = Map.groupBy(structs, ({ id }) => id.client)
  return ({ client, clock }) => {
    const own = byClient.get(client) ?? []
    let [low, high] = [0, own.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const each = own[middle]
      if (each !== undefined && endOf(each) <= clock) low = middle + 1
      else high = middle
    }
    return own[low] ?? null
  }
}

// What an update brings is put before, of what is there: what it is put before may itself be brought, and so on.
function rightsOf (broughtAt: (id: Y.ID) => Struct | null, isThere: (id: Y.ID) => boolean): (right: Y.ID | null) => Y.ID | null {
  const known = new Map<Struct, Y.ID | null>()
  return given => {
    const way: Struct[] = []
    let right = given
    while (right !== null && !isThere(right)) {
      const next = broughtAt(right)
      if (!(next instanceof Y.Item)) { right = null; break }
      const found = known.get(next)
      if (found !== undefined) { right = found; break }
      known.set(next, null)
      way.push(next)
      right = next.rightOrigin
    }
    for (const each of way) known.set(each, right)
    return right
  }
}

/**
 * How many steps Yjs may have to take to find the places of what an update writes, before it is taken up. Whoever writes puts something between two
 * neighbours; only what others have put there meanwhile has to be passed. Put together by hand, every place can be made as far
 * from the next as the text is long, in this document and in everybody's. Counts a little beyond {@link mostSteps} at most.
 */
export function stepsToPlace ({ store, share }: Y.Doc, structs: readonly Struct[]): number {
  const isThere = ({ client, clock }: Y.ID): boolean => clock < Y.getState(store, client)
  const itemAt = (id: Y.ID | null): Y.Item | null => {
    const found = id === null || !isThere(id) ? null : Y.getItem(store, id)
    return found instanceof Y.Item ? found : null
  }
  const parentOf = ({ parent }: Y.Item, right: Y.ID | null): unknown => {
    if (typeof parent === 'string') return share.get(parent) ?? parent
    if (!(parent instanceof Y.ID)) return itemAt(right)?.parent
    const item = itemAt(parent)
    return item?.content instanceof Y.ContentType ? item.content.type : keyOf(parent)
  }
  const broughtAt = finderIn(structs)
  const rightOf = rightsOf(broughtAt, isThere)
  // By what they are put behind, the last that is brought for there: what comes next for there is put before it.
  const last = new Map<unknown, string>()
  let steps = 0
  for (const [index, struct] of structs.entries()) {
    if (!(struct instanceof Y.Item) || steps > mostSteps) continue
    const { origin, rightOrigin, parentSub } = struct
    const right = rightOf(rightOrigin)
    const parent = origin === null ? parentOf(struct, right) : null
    const place = origin !== null ? keyOf(origin) : parentSub === null ? parent : `at ${parentSub}`
    const around = origin === null || isThere(origin) ? null : broughtAt(origin)
    // Behind a letter that is brought, and not the last of what was written with it, stands the next.
    const next = origin !== null && around !== null && origin.clock + 1 < endOf(around) ? `${origin.client}/${origin.clock + 1}` : undefined
    const before = last.get(place) ?? next
    if (before !== undefined && (rightOrigin === null || keyOf(rightOrigin) !== before)) steps += index
    last.set(place, keyOf(struct.id))
    const behind = itemAt(origin)
    // Within what was written in one go, and is not parted yet, the next letter is the neighbour.
    const isInside = right !== null && Y.compareIDs(right, origin === null ? null : Y.createID(origin.client, origin.clock + 1))
    if (!isInside) steps += walk(origin === null ? firstOf(parent, parentSub) : behind?.right ?? null, right)
  }
  return steps
}
