import { addItem, moveItem } from '@samskriv/shared/document'
import type { CommentPlace } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { byRank, rankOf } from './order.ts'

const label = { nb: 'a', nn: 'a', en: 'a' }
const template: Template = {
  id: 'test', version: 1, title: label, issuer: label, sections: [
    { id: 'om', title: label, fields: [{ kind: 'text', id: 'eier', label }, { kind: 'richText', id: 'om', label }] },
    {
      id: 'alle', title: label, fields: [
        { kind: 'group', id: 'tiltak', label, itemLabel: label, addLabel: label, nameField: 'navn', fields: [{ kind: 'text', id: 'navn', label }, { kind: 'richText', id: 'mal', label }] },
        { kind: 'fixedTable', id: 'sum', label, rowHeading: label, rows: [{ id: 'en', label }, { id: 'to', label }], columns: [{ kind: 'amount', id: 'eier', label }] },
      ],
    },
  ],
}

const text = (key: string): CommentPlace => ({ kind: 'text', key, quote: 'a', before: '', after: '' })

it('puts comments in the order of the document, whatever they are on', () => {
  const doc = new Y.Doc()
  const [first, second] = [addItem(doc, 'tiltak'), addItem(doc, 'tiltak')]
  moveItem(doc, 'tiltak', second, 0)
  const inOrder: [string, CommentPlace, { key: string, at: number } | null][] = [
    ['whole', { kind: 'whole' }, null],
    ['section', { kind: 'section', section: 'om' }, null],
    ['field', { kind: 'field', key: 'eier' }, null],
    ['rich field', { kind: 'field', key: 'om' }, null],
    ['words gone', text('om'), null],
    ['words', text('om'), { key: 'om', at: 3 }],
    ['later words', text('om'), { key: 'om', at: 30 }],
    ['next section', { kind: 'section', section: 'alle' }, null],
    ['moved tiltak', { kind: 'field', key: `tiltak/${second}` }, null],
    ['its name', { kind: 'field', key: `tiltak/${second}/navn` }, null],
    ['pasted there', text('om'), { key: `tiltak/${second}/mal`, at: 0 }],
    ['other tiltak', { kind: 'field', key: `tiltak/${first}/navn` }, null],
    ['cell', { kind: 'field', key: 'sum/to/eier' }, null],
    ['no longer there', { kind: 'field', key: 'borte' }, null],
  ]
  const shuffled = inOrder.toSorted((a, b) => a[0] < b[0] ? -1 : 1)
  const sorted = shuffled.toSorted((a, b) => byRank(rankOf(template, doc, a[1], a[2]), rankOf(template, doc, b[1], b[2])))
  expect(sorted.map(each => each[0])).toEqual(inOrder.map(each => each[0]))
})
