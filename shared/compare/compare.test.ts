import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Item, Value, Values } from '../document/index.ts'
import { type Field, type FieldKind, templates, type Template } from '../template/index.ts'
import { largeValues, sampleValues, seeded } from '../testing/index.ts'
import { compare } from './compare.ts'
import type { FieldChange, ItemsChange } from './comparison.ts'
import { compareItems } from './items.ts'
import { addTallies, tallyOf } from './tally.ts'

interface Case { readonly what: string, readonly field: Field, readonly before?: Value, readonly after?: Value, readonly change: FieldChange | null }

const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'compare.cases.json'), 'utf8')) as readonly Case[]
const [nordland] = templates as readonly [Template]

const form = (field: Field): Template => {
  const text = { nb: '', nn: '', en: '' }
  return { id: 'test', version: 1, title: text, issuer: text, sections: [{ id: 's', title: text, fields: [field] }] }
}
const holding = (value: Value | undefined): Values => value === undefined ? {} : { f: value }

const none = (): readonly FieldChange[] => []

describe('a comparison tells', () => {
  it.each(cases)('$what', ({ field, before, after, change }) => {
    const expected = change === null ? [] : [{ section: 's', changes: [change] }]
    expect(compare(form(field), holding(before), holding(after))).toEqual({ sections: expected })
  })
  it('of every kind of field', () => {
    const kinds: Record<FieldKind, true> = {
      text: true, richText: true, amount: true, percentage: true, integer: true, yesNo: true, choice: true, choices: true, date: true,
      attachment: true, fixedTable: true, freeTable: true, contact: true, sum: true, group: true,
    }
    const inside = (field: Field): readonly FieldKind[] => [field.kind, ...field.kind === 'group' ? field.fields.flatMap(inside) : []]
    expect(Object.keys(kinds).filter(kind => !cases.some(one => inside(one.field).some(has => has === kind)))).toEqual([])
  })
})

describe('a whole behovsmelding', () => {
  it('does not differ from itself, however its values are held', () => {
    for (const values of [sampleValues, largeValues(1), {}]) {
      expect(compare(nordland, values, structuredClone(values))).toEqual({ sections: [] })
    }
  })
  it('that is new is told of whole, and one that is emptied too', () => {
    const [come, gone] = [compare(nordland, {}, sampleValues), compare(nordland, sampleValues, {})]
    expect(come.sections.map(one => one.section)).toEqual(nordland.sections.map(one => one.id))
    const count = (sections: typeof come.sections): object => addTallies(sections.map(one => tallyOf(one.changes)))
    expect(count(come.sections)).toMatchObject({ added: 10, removed: 0, moved: 0 })
    expect(count(gone.sections)).toMatchObject({ added: 0, removed: 10, moved: 0 })
  })
  it('is counted by answers, tiltak and rows, each once', () => {
    const [first, second, third, ...rest] = sampleValues['tiltak'] as readonly [Item, Item, Item]
    const after = { ...sampleValues, eier: 'Nordvik', tiltak: [third, { ...first, values: { ...first.values, tilskuddUh: 1 } }, ...rest, { id: 'ny', values: { navn: 'Ny', bruk: 'begge' } }] }
    const { sections } = compare(nordland, sampleValues, after)
    expect(sections.map(one => one.section)).toEqual(['heading', 'tiltak'])
    // The amount and the sum that follows from it are two answers to who reads.
    expect(addTallies(sections.map(one => tallyOf(one.changes)))).toEqual({ answers: 3, added: 1, removed: 1, moved: 1 })
    const tiltak = sections[1]?.changes[0] as ItemsChange
    expect(tiltak.items.map(item => [item.id, item.before, item.after])).toEqual([['lesing', 3, 1], ['sprakmiljo', 1, 2], [second.id, 2, null], ['ny', null, 4]])
  })
})

describe('items', () => {
  it('are called moved as seldom as can be, and moving those makes the one order of the other', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed)
      const before = Array.from({ length: 1 + random.below(7) }, (_, index): Item => ({ id: String(index), values: {} }))
      const after = before.filter(() => random.below(4) > 0).toSorted(() => random.next() - 0.5)
      const moved = compareItems(before, after, null, none).filter(item => item.moved).map(item => item.id)
      const kept = before.filter(item => after.includes(item)).map(item => item.id)
      const place = new Map(after.map((item, index) => [item.id, index]))
      const rises = (ids: readonly string[]): boolean => ids.every((id, index) => index === 0 || (place.get(ids[index - 1] ?? '') ?? 0) < (place.get(id) ?? 0))
      const subsets = Array.from({ length: 2 ** kept.length }, (_, bits) => kept.filter((_id, index) => (bits >> index) % 2 === 1))
      const longest = Math.max(...subsets.filter(rises).map(ids => ids.length))
      expect(rises(kept.filter(id => !moved.includes(id))), `seed ${seed}`).toBe(true)
      expect(kept.length - moved.length, `seed ${seed}`).toBe(longest)
    }
  })
  it('that are gone are shown where they stood', () => {
    const items = ['a', 'b', 'c'].map(id => ({ id, values: {} }))
    expect(compareItems(items, items.slice(1, 2), null, none).map(item => item.id)).toEqual(['a', 'c'])
  })
})
