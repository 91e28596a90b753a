import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fill, itemIds, project, removeItem, richOf, textOf, valuesOf, type Values } from '../document/index.ts'
import { templateById, type Template } from '../template/index.ts'
import { sampleValues } from '../testing/index.ts'
import { changesBetween, standingOf, takeChanges, type ProposedChange } from './index.ts'

const nordland = templateById('nordland-2024')
if (nordland === null) throw new Error('the form comes with the product')
const template: Template = nordland

function docOf (values: Values): Y.Doc {
  const doc = new Y.Doc()
  fill(template, doc, values)
  return doc
}
const valuesIn = (doc: Y.Doc): Values => project(template, doc).values
const taking = { origin: 'test', replaces: false }
const stands = (values: Values, change: ProposedChange): string => standingOf(template, values, change).kind

describe('how a change stands', () => {
  const line: ProposedChange = { kind: 'answer', key: 'eier', before: 'Nordvik', after: 'Nordvik og Sør' }
  const amount: ProposedChange = { kind: 'answer', key: 'summer/regional/eier', before: 100, after: 200 }
  it('follows what became of the place since', () => {
    expect([{ eier: 'Nordvik' }, { eier: 'Nordvik og Sør' }, { eier: 'Store Nordvik' }, { eier: 'Sørvik' }].map(values => stands(values, line))).toEqual(['fits', 'there', 'merges', 'clashes'])
    expect([100, 200, 300].map(eier => stands({ summer: { regional: { eier } } }, amount))).toEqual(['fits', 'there', 'clashes'])
    expect(stands({}, { kind: 'answer', key: 'tiltak/borte/navn', before: 'a', after: 'b' })).toBe('gone')
    const ordning: ProposedChange = { kind: 'answer', key: 'ordninger', before: ['regional'], after: ['kompetanseloftet'] }
    expect(standingOf(template, { ordninger: ['regional', 'desentralisert'] }, ordning)).toMatchObject({ kind: 'merges', result: ['desentralisert', 'kompetanseloftet'] })
  })
  it('is never written over what somebody wrote since, unless one has seen it and wants that', () => {
    const doc = docOf({ summer: { regional: { eier: 300 } } })
    expect(takeChanges(template, doc, [amount], taking).map(one => one.kind)).toEqual(['clashes'])
    expect(valuesOf(doc).get('summer/regional/eier')).toBe(300)
    takeChanges(template, doc, [amount], { ...taking, replaces: true })
    expect(valuesOf(doc).get('summer/regional/eier')).toBe(200)
  })
  it('of an item that was changed since it would be taken away, is to be seen first; of one taken away, is there', () => {
    const doc = docOf(sampleValues)
    const id = itemIds(doc, 'tiltak')[0] ?? ''
    const without = valuesIn(doc)
    const removal = changesBetween(template, without, { ...without, tiltak: (without['tiltak'] as readonly { id: string, values: Values }[]).filter(item => item.id !== id) })[0]
    if (removal?.kind !== 'removed') throw new Error('no removal')
    expect(stands(valuesIn(doc), removal)).toBe('fits')
    textOf(doc, `tiltak/${id}/navn`).insert(0, 'Stort ')
    expect(stands(valuesIn(doc), removal)).toBe('clashes')
    removeItem(doc, 'tiltak', id)
    expect(stands(valuesIn(doc), removal)).toBe('there')
  })
  it('of an item put in is taken once, behind the one it was put behind', () => {
    const doc = docOf(sampleValues)
    const [one = '', two = ''] = itemIds(doc, 'tiltak')
    const added: ProposedChange = { kind: 'added', list: 'tiltak', item: 'nytt', behind: one, values: { navn: 'Nytt', bruk: 'begge' } }
    takeChanges(template, doc, [added, added], taking)
    expect(itemIds(doc, 'tiltak').slice(0, 3)).toEqual([one, 'nytt', two])
    expect(textOf(doc, 'tiltak/nytt/navn').toString()).toBe('Nytt')
    expect(richOf(doc, 'tiltak/nytt/forankring').length).toBe(0)
  })
})
