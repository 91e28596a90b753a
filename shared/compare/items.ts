import type { Item, Values } from '../document/index.ts'
import type { FieldChange, ItemChange } from './comparison.ts'
import { longestRise } from './order.ts'

/** Compares what two items hold. */
export type CompareInside = (before: Values, after: Values) => readonly FieldChange[]

interface Standing { readonly item: Item, readonly place: number }

const standings = (items: readonly Item[]): ReadonlyMap<string, Standing> => new Map(items.map((item, index) => [item.id, { item, place: index + 1 }]))

// The fewest that were moved: all that are in both but the longest row that kept its order.
function movedIds (before: ReadonlyMap<string, Standing>, after: readonly Item[]): ReadonlySet<string> {
  const kept = after.flatMap(({ id }) => { const place = before.get(id)?.place; return place === undefined ? [] : [{ id, place }] })
  const still = new Set(longestRise(kept.map(one => one.place)))
  return new Set(kept.filter((_, index) => !still.has(index)).map(one => one.id))
}

// The later order, with each removed one after what stood before it.
function readingOrder (before: readonly Item[], after: ReadonlyMap<string, Standing>): readonly string[] {
  const gone = new Map<string | null, string[]>()
  let last: string | null = null
  for (const { id } of before) {
    if (after.has(id)) last = id
    else if (gone.has(last)) gone.get(last)?.push(id)
    else gone.set(last, [id])
  }
  return [...gone.get(null) ?? [], ...[...after.keys()].flatMap(id => [id, ...gone.get(id) ?? []])]
}

/** What differs between two lists of items with ids of their own: added, removed, moved, changed inside. */
export function compareItems (before: readonly Item[], after: readonly Item[], nameField: string | null, inside: CompareInside): readonly ItemChange[] {
  const [then, now] = [standings(before), standings(after)]
  const moved = movedIds(then, after)
  return readingOrder(before, now).map((id): ItemChange => {
    const [was, is] = [then.get(id), now.get(id)]
    const name = nameField === null ? null : is?.item.values[nameField] ?? was?.item.values[nameField]
    return {
      id, name: typeof name === 'string' ? name : null,
      before: was?.place ?? null, after: is?.place ?? null, moved: moved.has(id),
      changes: inside(was?.item.values ?? {}, is?.item.values ?? {}),
    }
  }).filter(item => item.moved || item.before === null || item.after === null || item.changes.length > 0)
}
