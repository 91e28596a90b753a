import type { CommentPlace, ThreadView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { expect, it } from 'vitest'
import { standsAt, tally, tallyAt, tallyOfAll } from './tallies.ts'

const label = { nb: 'a', nn: 'a', en: 'a' }
const template: Template = {
  id: 'test', version: 1, title: label, issuer: label, sections: [
    { id: 'om', title: label, fields: [{ kind: 'richText', id: 'mal', label }] },
    { id: 'alle', title: label, fields: [{ kind: 'group', id: 'tiltak', label, itemLabel: label, addLabel: label, nameField: 'navn', fields: [{ kind: 'text', id: 'navn', label }, { kind: 'richText', id: 'mal', label }] }] },
  ],
}
const by = { personId: 'uh', name: 'UH', role: 'uh' } as const
const thread = (id: string, place: CommentPlace, more: Partial<ThreadView> = {}): ThreadView =>
  ({ id, place, epoch: 1, round: null, revision: 1, resolution: null, seen: 1, entries: [{ id: 'e', author: by, text: 'Hei', mentions: [], at: '' }], ...more })

it('counts a thread where it stands and in all that holds it; words that were moved where they are now', () => {
  const threads = [
    thread('a', { kind: 'whole' }),
    thread('b', { kind: 'field', key: 'tiltak/x/navn' }, { seen: 0 }),
    thread('c', { kind: 'text', key: 'mal', quote: 'q', before: '', after: '' }),
    thread('d', { kind: 'section', section: 'om' }, { resolution: { by, at: '', why: 'ok' } }),
  ]
  const anchors = new Map([['c', { key: 'tiltak/x/mal', at: 4 }]])
  const tallies = tally(template, threads, anchors, 'eier', new Map())
  const at = (...place: Parameters<typeof tallyAt>[1][]): unknown[] => place.map(each => { const { open, unread } = tallyAt(tallies, each); return [open, unread] })
  expect(at({ kind: 'whole' }, { kind: 'section', section: 'alle' }, { kind: 'field', key: 'tiltak/x' }, { kind: 'field', key: 'tiltak/x/mal' }, { kind: 'field', key: 'mal' }, { kind: 'section', section: 'om' }))
    .toEqual([[1, 0], [2, 1], [2, 1], [1, 0], [0, 0], [0, 0]])
  expect(threads.filter(each => standsAt(template, each, anchors, { kind: 'field', key: 'tiltak/x' })).map(each => each.id)).toEqual(['b', 'c'])
  expect([tallyAt(tallies, { kind: 'section', section: 'alle' }, true), tallyAt(tallies, { kind: 'field', key: 'tiltak/x' }, true), tallyAt(tallies, { kind: 'field', key: 'tiltak/x/navn' }, true)].map(each => each.open)).toEqual([0, 0, 1])
  const naming = { seen: 0, entries: [{ id: 'e', author: by, text: '@{eier}', mentions: ['eier'], at: '' }] }
  const named = tally(template, [...threads, thread('n', { kind: 'section', section: 'om' }, naming)], anchors, 'eier', tallies)
  expect([tallyOfAll(named), tallyAt(named, { kind: 'whole' })].map(each => each.naming)).toEqual([1, 0])
  const again = tally(template, [...threads, thread('e', { kind: 'whole' })], anchors, 'eier', tallies)
  expect(tallyAt(again, { kind: 'field', key: 'tiltak/x' })).toBe(tallyAt(tallies, { kind: 'field', key: 'tiltak/x' }))
  expect(tallyAt(again, { kind: 'whole' })).toEqual({ open: 2, unread: 0, naming: 0 })
})
