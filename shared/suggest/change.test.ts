import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addItem, fill, itemIds, project, removeItem, restoreItem, suggestedOf, textOf, valuesOf, type Value, type Values } from '../document/index.ts'
import type { ProposedChange } from '../proposal/index.ts'
import { templateById, type Template } from '../template/index.ts'
import { ins, p, rich, sampleValues } from '../testing/index.ts'
import { additionTo, decideChanges, ownSuggestion, removalOf, suggestChange, suggestedChanges, undecidedIn } from './index.ts'

const nordland = templateById('nordland-2024')
if (nordland === null) throw new Error('the form comes with the product')
const template: Template = nordland
const amount = 'summer/regional/eier'
const answer = (key: string, before: Value | null, after: Value | null): ProposedChange => ({ kind: 'answer', key, before, after })

let doc = new Y.Doc()
let stood: Values = {}
beforeEach(() => {
  doc = new Y.Doc()
  fill(template, doc, { ...sampleValues, eier: 'Nordvik', summer: { regional: { eier: 100 } } })
  stood = project(template, doc).values
})
const valuesNow = (): Values => project(template, doc).values
const said = (): readonly (readonly [string, Value | null])[] => suggestedChanges(template, doc).map(({ by, change }) => [`${by} ${change.kind === 'answer' ? change.key : change.item}`, change.kind === 'answer' ? change.after : null])

const decide = (verdict: 'accept' | 'reject', replaces = false, chosen = suggestedChanges(template, doc)): number => doc.transact(() => decideChanges(template, doc, chosen, { verdict, origin: 'test', replaces }), 'test')

describe('what is suggested of short answers', () => {
  it('is no part of the text, one for each person and question, and gone when it would change nothing', () => {
    suggestChange(doc, 'aslaug', answer('eier', 'Nordvik', 'Nordvik og'))
    suggestChange(doc, 'aslaug', answer('eier', 'Nordvik', 'Nordvik og Sør'))
    suggestChange(doc, 'kari', answer('eier', 'Nordvik', 'Store Nordvik'))
    expect(valuesNow()).toEqual(stood)
    expect(said()).toEqual([['aslaug eier', 'Nordvik og Sør'], ['kari eier', 'Store Nordvik']])
    expect(ownSuggestion(template, doc, 'kari', 'eier')?.after).toBe('Store Nordvik')
    suggestChange(doc, 'kari', answer('eier', 'Nordvik', 'Nordvik'))
    expect(said()).toEqual([['aslaug eier', 'Nordvik og Sør']])
  })

  it('is told in the order of the form, among suggested words', () => {
    const [first = '', second = ''] = itemIds(doc, 'tiltak')
    fill(template, doc, { bakgrunn: rich(p('Vi ', ins('vil', 'marit', 'id01'))) })
    for (const key of [`tiltak/${second}/navn`, amount, `tiltak/${first}/navn`, 'eierkontakt/telefon', 'eier']) suggestChange(doc, 'aslaug', answer(key, null, key === amount ? 5 : 'Noe annet'))
    expect(undecidedIn(template, doc).map(one => one.field)).toEqual(['eier', 'eierkontakt/telefon', amount, 'bakgrunn', `tiltak/${first}/navn`, `tiltak/${second}/navn`])
    removeItem(doc, 'tiltak', first)
    expect(undecidedIn(template, doc).map(one => one.field)).toEqual(['eier', 'eierkontakt/telefon', amount, 'bakgrunn', `tiltak/${second}/navn`])
  })

  it('is left out where no editor of ours put it', () => {
    const map = suggestedOf(doc)
    const wrong: readonly (readonly [string, unknown])[] = [
      ['aslaug/eier', 'Nordvik'], ['aslaug/eier', answer('navn', null, 'x')], ['eier', answer('eier', null, 'x')], ['/eier', answer('eier', null, 'x')], [`aslaug/${amount}`, answer(amount, null, 'mye')],
      ['aslaug/bakgrunn', answer('bakgrunn', null, rich(p('Smuglet')))], ['aslaug/finnes', answer('finnes', null, 'x')], ['aslaug/summer', answer('summer', null, {})], ['aslaug/tiltak/en', { kind: 'moved', list: 'tiltak', item: 'en', behind: null }], ['aslaug/eier', null], ['aslaug/eier', new Y.Map()],
    ]
    for (const [name, value] of wrong) {
      map.set(name, value)
      expect(said(), name).toEqual([])
      map.delete(name)
    }
  })
})

describe('what is suggested of items', () => {
  it('is one less, with what it holds, or one more, last; accepted they go and come', () => {
    const [first = '', ...others] = itemIds(doc, 'tiltak')
    suggestChange(doc, 'aslaug', removalOf(template, doc, 'tiltak', first))
    const added = additionTo(template, doc, 'kari', 'tiltak')
    suggestChange(doc, 'kari', { ...added, values: { navn: 'Felles veiledning' } })
    expect(valuesNow()).toEqual(stood)
    expect(suggestedChanges(template, doc).map(({ by, change }) => [by, change.kind])).toEqual([['kari', 'added'], ['aslaug', 'removed']])
    expect(decide('accept')).toBe(2)
    expect(itemIds(doc, 'tiltak')).toEqual([...others, added.item])
    expect(textOf(doc, `tiltak/${added.item}/navn`).toString()).toBe('Felles veiledning')
  })
  it('keeps the order in which they were suggested, and where they come when they are accepted', () => {
    const before = itemIds(doc, 'tiltak')
    const names = ['Først', 'Andre', 'Tredje', 'Fjerde']
    for (const navn of names) suggestChange(doc, 'kari', { ...additionTo(template, doc, 'kari', 'tiltak'), values: { navn } })
    const shown = suggestedChanges(template, doc).map(({ change }) => change.kind === 'added' ? change.values['navn'] : '')
    expect(shown).toEqual(names)
    for (const one of suggestedChanges(template, doc)) decide('accept', false, [one])
    expect(itemIds(doc, 'tiltak').slice(before.length).map(id => textOf(doc, `tiltak/${id}/navn`).toString())).toEqual(names)
  })
  it('written on after it was accepted, says so, and is written over only by whoever has seen both', () => {
    const added = additionTo(template, doc, 'kari', 'tiltak')
    suggestChange(doc, 'kari', { ...added, values: { navn: 'Felles vei' } })
    expect(decide('accept')).toBe(1)
    suggestChange(doc, 'kari', { ...added, values: { navn: 'Felles veiledning av nye' } })
    expect(decide('accept')).toBe(0)
    expect(decide('accept', true)).toBe(1)
    expect(textOf(doc, `tiltak/${added.item}/navn`).toString()).toBe('Felles veiledning av nye')
  })
  it('takes away also a row nobody has written in', () => {
    const row = addItem(doc, 'andre')
    suggestChange(doc, 'kari', removalOf(template, doc, 'andre', row))
    expect(decide('accept')).toBe(1)
    expect(itemIds(doc, 'andre')).not.toContain(row)
  })
  it('leaves what was suggested in an item that goes with them: it may be brought back', () => {
    const [first = ''] = itemIds(doc, 'tiltak')
    suggestChange(doc, 'aslaug', removalOf(template, doc, 'tiltak', first))
    suggestChange(doc, 'kari', answer(`tiltak/${first}/navn`, 'Språkmiljø i alle barnehager', 'Nytt navn'))
    const seen = suggestedChanges(template, doc)
    expect(decide('accept', false, seen.toSorted((a, b) => a.by < b.by ? -1 : 1))).toBe(1)
    restoreItem(doc, 'tiltak', first)
    expect(said()).toEqual([[`kari tiltak/${first}/navn`, 'Nytt navn']])
  })
  it('takes nothing away that was written since, unless whoever decides has seen it', () => {
    const [first = '', second = ''] = itemIds(doc, 'tiltak')
    for (const item of [first, second]) suggestChange(doc, 'aslaug', removalOf(template, doc, 'tiltak', item))
    textOf(doc, `tiltak/${first}/navn`).insert(0, 'Nytt: ')
    expect(decide('accept')).toBe(1)
    expect(itemIds(doc, 'tiltak')).toContain(first)
    expect(itemIds(doc, 'tiltak')).not.toContain(second)
    expect(decide('accept', true)).toBe(1)
    expect(itemIds(doc, 'tiltak')).not.toContain(first)
  })
})

describe('a decision about them', () => {
  it('accepted makes it the answer, merged with what was written since; rejected leaves what stands', () => {
    suggestChange(doc, 'aslaug', answer('eier', 'Nordvik', 'Nordvik og Sør'))
    textOf(doc, 'eier').insert(0, 'Store ')
    expect(decide('accept')).toBe(1)
    expect(textOf(doc, 'eier').toString()).toBe('Store Nordvik og Sør')
    suggestChange(doc, 'aslaug', answer(amount, 100, 250))
    expect(decide('reject')).toBe(1)
    expect(valuesOf(doc).get(amount)).toBe(100)
    expect(said()).toEqual([])
  })

  it('leaves alone what clashes, with the text or with another, unless whoever decides sees both', () => {
    suggestChange(doc, 'aslaug', answer(amount, 100, 250))
    suggestChange(doc, 'kari', answer(amount, 100, 300))
    suggestChange(doc, 'kari', answer('eier', 'Nordvik', 'Sørvik'))
    expect(decide('accept')).toBe(2)
    expect([valuesOf(doc).get(amount), textOf(doc, 'eier').toString()]).toEqual([250, 'Sørvik'])
    expect(said()).toEqual([[`kari ${amount}`, 300]])
    expect(decide('accept')).toBe(0)
    expect(decide('accept', true)).toBe(1)
    expect(valuesOf(doc).get(amount)).toBe(300)
  })

  it('is about what was seen: what was gone on with, withdrawn or decided since stays as it is', () => {
    suggestChange(doc, 'aslaug', answer('eier', 'Nordvik', 'Nytt na'))
    suggestChange(doc, 'kari', answer(amount, 100, 250))
    const seen = suggestedChanges(template, doc)
    suggestChange(doc, 'aslaug', answer('eier', 'Nordvik', 'Nytt navn på alt'))
    suggestedOf(doc).delete(`kari/${amount}`)
    for (const verdict of ['accept', 'reject'] as const) expect(decide(verdict, true, seen)).toBe(0)
    expect(said()).toEqual([['aslaug eier', 'Nytt navn på alt']])
    expect(valuesNow()).toEqual(stood)
  })

  it('is one step, which undo takes back whole', () => {
    const origin = {}
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([origin]) })
    suggestChange(doc, 'aslaug', answer(amount, 100, 250))
    suggestChange(doc, 'aslaug', answer('eier', 'Nordvik', 'Sørvik'))
    doc.transact(() => { decideChanges(template, doc, suggestedChanges(template, doc), { verdict: 'accept', origin, replaces: false }) }, origin)
    undo.undo()
    expect(valuesNow()).toEqual(stood)
    expect(said().map(([name]) => name)).toEqual(['aslaug eier', `aslaug ${amount}`])
  })
})
