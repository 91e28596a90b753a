import type { FieldChange } from './comparison.ts'

/** How much differs. `added`, `removed`, `moved`: items of groups and rows of free tables. `answers`: changed ones elsewhere, each once. */
export interface Tally { readonly answers: number, readonly added: number, readonly removed: number, readonly moved: number }

const nothing: Tally = { answers: 0, added: 0, removed: 0, moved: 0 }

/** Adds tallies up. */
export function addTallies (tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, one) => ({
    answers: sum.answers + one.answers, added: sum.added + one.added, removed: sum.removed + one.removed, moved: sum.moved + one.moved,
  }), nothing)
}

/** Counts what differs in these fields. What an added or removed item holds is not counted beside it. */
export function tallyOf (changes: readonly FieldChange[]): Tally {
  return addTallies(changes.map(change => {
    switch (change.kind) {
      case 'parts': return tallyOf(change.changes)
      case 'rows': return addTallies(change.rows.map(row => tallyOf(row.changes)))
      case 'items': return addTallies(change.items.map(item => {
        if (item.before === null) return { ...nothing, added: 1 }
        if (item.after === null) return { ...nothing, removed: 1 }
        return addTallies([{ ...nothing, moved: item.moved ? 1 : 0 }, tallyOf(item.changes)])
      }))
      default: return { ...nothing, answers: 1 }
    }
  }))
}
