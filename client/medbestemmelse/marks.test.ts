import { compare } from '@samskriv/shared/compare'
import { fill, project, type Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { apart, apartKey } from './apart.ts'
import { marksOf } from './marks.ts'

const label = { nb: 'a', nn: 'a', en: 'a' }
const template: Template = {
  id: 'test', version: 1, title: label, issuer: label, sections: [
    {
      id: 'om', title: label, fields: [
        { kind: 'text', id: 'eier', label }, { kind: 'amount', id: 'en', label }, { kind: 'amount', id: 'to', label }, { kind: 'sum', id: 'sum', label, of: ['en', 'to'] },
        { kind: 'contact', id: 'kontakt', label, parts: [{ kind: 'text', id: 'navn', label }, { kind: 'text', id: 'telefon', label }] },
      ],
    },
    { id: 'tiltakene', title: label, fields: [{ kind: 'group', id: 'tiltak', label, itemLabel: label, addLabel: label, nameField: 'navn', fields: [{ kind: 'text', id: 'navn', label }] }] },
  ],
}
const item = (id: string, navn: string): { id: string, values: Values } => ({ id, values: { navn } })
const ids = (form: Template): string[] => form.sections.flatMap(section => [section.id, ...section.fields.map(field => field.id)])
const marks = (before: Values, after: Values): unknown[] => marksOf(template, compare(template, before, after)).map(mark => [mark.number, mark.kind, mark.key])

describe('what is new', () => {
  it('is marked at each answer, in the order it is read in, parts of a contact by themselves, sums not at all', () => {
    expect(marks({ eier: 'A', en: 1, kontakt: { navn: 'N' } }, { eier: 'B', en: 2, kontakt: { navn: 'N', telefon: '1' } }))
      .toEqual([[1, 'answer', 'eier'], [2, 'answer', 'en'], [3, 'answer', 'kontakt/telefon']])
  })
  it('is marked at a tiltak that was added, once for all it holds, and at the answers of one that was there', () => {
    expect(marks({ tiltak: [item('x', 'X')] }, { tiltak: [item('x', 'Xx'), item('y', 'Y')] })).toEqual([[1, 'answer', 'tiltak/x/navn'], [2, 'item', 'tiltak/y']])
  })
  it('is said of removed tiltak where they stood, and of moved ones that they were', () => {
    expect(marks({ tiltak: [item('x', 'X'), item('y', 'Y'), item('z', 'Z')] }, { tiltak: [item('z', 'Z'), item('y', 'Y')] }))
      .toEqual([[1, 'removed', 'tiltak'], [2, 'item', 'tiltak/z']])
  })
})

it('a frozen form says the same under ids of its own', () => {
  const values: Values = { eier: 'A', en: 1, to: 2, kontakt: { navn: 'N' }, tiltak: [item('x', 'X')] }
  const frozen = apart(template, values)
  const doc = new Y.Doc()
  fill(frozen.template, doc, frozen.values)
  expect(project(frozen.template, doc).values).toEqual(Object.fromEntries(Object.entries(values).map(([id, value]) => [apartKey(id), value])))
  expect(ids(frozen.template).filter(id => ids(template).includes(id))).toEqual([])
})
