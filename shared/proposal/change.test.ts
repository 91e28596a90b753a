import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compare } from '../compare/index.ts'
import { fill, project, type Values } from '../document/index.ts'
import type { RichTextNode } from '../rich-text/index.ts'
import { templateById, type Template } from '../template/index.ts'
import { p, rich, sampleValues, seeded } from '../testing/index.ts'
import { changesBetween, readChanges, standingOf, takeChanges } from './index.ts'
import { editedValues } from './testing/random-edit.ts'

const nordland = templateById('nordland-2024')
if (nordland === null) throw new Error('the form comes with the product')
const template: Template = nordland
const fields = template.sections.flatMap(section => section.fields)
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

function docOf (values: Values): Y.Doc {
  const doc = new Y.Doc()
  fill(template, doc, values)
  return doc
}
const valuesIn = (doc: Y.Doc): Values => project(template, doc).values
const taking = { origin: 'test', replaces: false }
const linked = (attrs: object): Values => ({ bakgrunn: rich(p({ type: 'text', text: 'her', marks: [{ type: 'link', attrs: { href: 'https://example.no', ...attrs } }] })) })
const one = (change: object): ReturnType<typeof readChanges> => readChanges(template, [change])
const answer = (key: string, after: unknown): ReturnType<typeof readChanges> => one({ kind: 'answer', key, before: null, after })
const heading = (attrs: RichTextNode['attrs'] = {}): Values => ({ bakgrunn: rich({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', attrs, content: [p('Hva')] }] }] }) })

describe('what somebody changed', () => {
  it(`goes over the wire and into the text it was made from, and gives what they wrote, whatever it is (seed ${seed})`, () => {
    for (let run = 0; run < 30; run++) {
      const random = seeded(seed + run)
      const after = valuesIn(docOf(editedValues(fields, sampleValues, random, 40)))
      const read = readChanges(template, JSON.parse(JSON.stringify(changesBetween(template, valuesIn(docOf(sampleValues)), after))))
      expect(read.ok, JSON.stringify(read).slice(0, 200)).toBe(true)
      const doc = docOf(sampleValues)
      const standings = takeChanges(template, doc, read.ok ? read.value : [], taking)
      expect(new Set(standings.map(one => one.kind))).toEqual(new Set(['fits']))
      expect(compare(template, after, valuesIn(doc)).sections, `seed ${seed + run}`).toEqual([])
      expect(read.ok ? read.value.map(change => standingOf(template, valuesIn(doc), change).kind) : []).toEqual(standings.map(() => 'there'))
    }
  })

  it('is nothing where an editor has said what is so anyway', () => {
    expect(compare(template, heading({ colspan: 1, rowspan: 1 }), heading()).sections).toEqual([])
    expect(compare(template, heading({ colspan: 1 }), heading({ colspan: 2 })).sections).toHaveLength(1)
  })

  it('is nothing where nothing was changed, also where an editor has added what a link opens in', () => {
    expect(changesBetween(template, linked({}), linked({ target: '_blank', rel: 'noopener' }))).toEqual([])
  })
})

describe('a change that comes over the wire', () => {
  it('is held to the form', () => {
    const right = [
      answer('eier', 'Nordvik'), answer('summer/regional/eier', 5), answer('summer/regional/eier', { unread: 'fem' }), answer('eierkontakt/navn', 'x'),
      answer('tiltak/abc/koordinator', true), one({ kind: 'added', list: 'tiltak', item: 'abc', behind: null, values: { navn: 'Nytt' } }),
    ]
    const keys = fields.map(field => field.id)
    const wrong = [
      answer('finnes-ikke', 'x'), answer('eier/mer', 'x'), answer('eier', 5), answer('summer', {}), answer('summer/regional/eier', Number.NaN), answer('tiltak', []),
      answer('bakgrunn', { type: 'doc', content: [{ type: 'script' }] }), answer('tiltak/../eier', 'x'), answer(keys[0] ?? '', ['nei']),
      one({ kind: 'added', list: 'tiltak', item: 'a/b', behind: null, values: {} }), one({ kind: 'added', list: 'tiltak', item: 'abc', behind: null, values: { navn: 1 } }),
      one({ kind: 'moved', list: 'eier', item: 'abc', behind: null }), one({ kind: 'lock' }), one({}), readChanges(template, []), readChanges(template, 'x'),
      readChanges(template, [{ kind: 'answer', key: 'eier', before: null, after: 'a' }, { kind: 'answer', key: 'eier', before: null, after: 'b' }]),
    ]
    expect(right.map(each => each.ok ? 'ok' : JSON.stringify(each.refusal))).toEqual(right.map(() => 'ok'))
    expect(wrong.map(each => each.ok ? each.value : each.refusal.code)).toEqual(wrong.map(() => 'invalid'))
    expect(readChanges(template, Array.from({ length: 1001 }, () => ({})))).toMatchObject({ ok: false, refusal: { code: 'too-large' } })
  })
})
