import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Template } from '../template/index.ts'
import { addItem, duplicateItem, fill, itemIds, itemsOf, moveItem, project, removeItem, restoreItem, textOf, valuesOf, type Values } from './index.ts'

const label = { nb: '', nn: '', en: '' }
const template: Template = {
  id: 'test', version: 1, title: label, issuer: label,
  sections: [{
    id: 'all', title: label, fields: [
      { kind: 'text', id: 'navn', label },
      { kind: 'richText', id: 'bakgrunn', label },
      { kind: 'amount', id: 'sum', label },
      { kind: 'choices', id: 'ordning', label, options: [{ id: 'a', label }, { id: 'b', label }] },
      { kind: 'contact', id: 'kontakt', label, parts: [{ kind: 'text', id: 'telefon', label }] },
      { kind: 'fixedTable', id: 'tabell', label, rowHeading: label, rows: [{ id: 'r', label }], columns: [{ kind: 'amount', id: 'eier', label }] },
      { kind: 'freeTable', id: 'andre', label, addLabel: label, columns: [{ kind: 'text', id: 'navn', label }] },
      { kind: 'attachment', id: 'vedlegg', label },
      {
        kind: 'group', id: 'tiltak', label, addLabel: label, itemLabel: label, nameField: 'navn',
        fields: [{ kind: 'text', id: 'navn', label }, { kind: 'richText', id: 'om', label }, { kind: 'amount', id: 'eier', label }],
      },
    ],
  }],
}
const rich = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const values: Values = {
  navn: 'Nordvik', bakgrunn: rich('Kort om arbeidet'), sum: 330000, ordning: ['b'], kontakt: { telefon: '00 00 00 00' },
  tabell: { r: { eier: { unread: '466 tusen' } } }, andre: [{ id: 'x1', values: { navn: 'Sørvik' } }],
  vedlegg: [{ hash: 'ab'.repeat(32), name: 'plan.pdf', type: 'application/pdf', bytes: 3 }],
  tiltak: [{ id: 't1', values: { navn: 'Språk', om: rich('Hvorfor'), eier: 100 } }, { id: 't2', values: {} }],
}
const sync = (...docs: Y.Doc[]): void => {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}

describe('the live document as plain data', () => {
  it('gives back what was filled in', () => {
    const doc = new Y.Doc()
    fill(template, doc, values)
    expect(project(template, doc)).toEqual({ template: { id: 'test', version: 1 }, values })
  })

  it('reads without writing', () => {
    const doc = new Y.Doc()
    fill(template, doc, values)
    const before = Y.encodeStateAsUpdate(doc)
    project(template, doc)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('leaves out what is empty, and keeps an empty tiltak because it counts', () => {
    const doc = new Y.Doc()
    textOf(doc, 'navn').insert(0, '   ')
    valuesOf(doc).set('ordning/a', false)
    addItem(doc, 'andre')
    const id = addItem(doc, 'tiltak')
    expect(project(template, doc).values).toEqual({ tiltak: [{ id, values: {} }] })
  })

  it('tells nothing of how a text was typed: runs with the same marks are one', () => {
    const doc = new Y.Doc()
    fill(template, doc, { bakgrunn: rich('en') })
    const paragraph = doc.getXmlFragment('rich:bakgrunn').get(0)
    if (paragraph instanceof Y.XmlElement) paragraph.insert(1, [new Y.XmlText(' to')])
    expect(project(template, doc).values.bakgrunn).toEqual(rich('en to'))
  })
})

describe('items of a group', () => {
  it('stand in order, also when two people add at the same place at once', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    const first = addItem(one, 'tiltak')
    const last = addItem(one, 'tiltak')
    sync(one, two)
    const a = addItem(one, 'tiltak', 1)
    const b = addItem(two, 'tiltak', 1)
    sync(one, two)
    expect(itemIds(one, 'tiltak')).toEqual(itemIds(two, 'tiltak'))
    expect(itemIds(one, 'tiltak').toSorted()).toEqual([first, last, a, b].toSorted())
    const between = addItem(one, 'tiltak', 2)
    expect(itemIds(one, 'tiltak').indexOf(between)).toBe(2)
  })

  it('are neither lost nor doubled when one is moved while it is removed and brought back', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    const ids = [addItem(one, 'tiltak'), addItem(one, 'tiltak'), addItem(one, 'tiltak')]
    sync(one, two)
    moveItem(one, 'tiltak', ids[2] ?? '', 0)
    removeItem(two, 'tiltak', ids[2] ?? '')
    sync(one, two)
    expect(itemIds(one, 'tiltak')).toEqual([ids[0], ids[1]])
    restoreItem(two, 'tiltak', ids[2] ?? '')
    sync(one, two)
    expect(itemIds(one, 'tiltak')).toEqual([ids[2], ids[0], ids[1]])
  })

  it('keep the words another wrote while they were removed', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    fill(template, one, values)
    sync(one, two)
    removeItem(one, 'tiltak', 't1')
    textOf(two, 'tiltak/t1/navn').insert(5, ' og lek')
    sync(one, two)
    restoreItem(one, 'tiltak', 't1')
    expect(textOf(one, 'tiltak/t1/navn').toString()).toBe('Språk og lek')
  })

  it('move both when two people move different ones at once', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    const [a = '', b = '', c = '', d = ''] = [0, 1, 2, 3].map(() => addItem(one, 'tiltak'))
    sync(one, two)
    moveItem(one, 'tiltak', d, 0)
    moveItem(two, 'tiltak', a, 3)
    sync(one, two)
    expect(itemIds(one, 'tiltak')).toEqual(itemIds(two, 'tiltak'))
    expect(itemIds(one, 'tiltak')).toEqual([d, b, c, a])
  })

  it('are copied whole, with ids of their own, right after the original', () => {
    const doc = new Y.Doc()
    fill(template, doc, values)
    const group = template.sections[0]?.fields.find(field => field.kind === 'group')
    if (group?.kind !== 'group') throw new Error('the template has a group')
    const copy = duplicateItem(template, doc, group, 't1')
    expect(itemIds(doc, 'tiltak')).toEqual(['t1', copy, 't2'])
    expect(project(template, doc).values.tiltak).toMatchObject([{ id: 't1' }, { id: copy, values: { navn: 'Språk', eier: 100 } }, { id: 't2' }])
    textOf(doc, `tiltak/${copy}/navn`).insert(0, 'Nytt: ')
    expect(textOf(doc, 'tiltak/t1/navn').toString()).toBe('Språk')
    expect(duplicateItem(template, doc, group, 'borte')).toBeNull()
    expect(itemsOf(doc).size).toBe(5)
  })
})
