import { fill, project, suggestedOf, textOf, valuesOf, type Values } from '@samskriv/shared/document'
import { decideChanges, judgeSuggestions, suggestChange, suggestedChanges } from '@samskriv/shared/suggest'
import { templateById, type Template } from '@samskriv/shared/template'
import { sampleValues, seeded } from '@samskriv/shared/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openSuggestedAnswers, type Answers } from './suggested-answers.ts'

const nordland = templateById('nordland-2024')
if (nordland === null) throw new Error('the form comes with the product')
const template: Template = nordland
const amount = 'summer/regional/eier'
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

let live: Answers
let own: Answers
let stop: () => void
let stood: Values
const valuesNow = (): Values => project(template, live.doc).values
const suggested = (): readonly unknown[] => suggestedChanges(template, live.doc).map(({ by, change }) => change.kind === 'answer' ? [by, change.key, change.before, change.after] : change)

beforeEach(() => {
  const doc = new Y.Doc()
  const origin = {}
  fill(template, doc, { ...sampleValues, eier: 'Nordvik', ordninger: ['regional'], summer: { regional: { eier: 100 } } })
  live = { doc, origin, undo: new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout: 0 }) }
  stood = valuesNow()
  const opened = openSuggestedAnswers(template, live, 'aslaug')
  own = opened.answers
  stop = opened.follow()
})
afterEach(() => { stop() })

const tick = ({ doc, origin }: Answers, option: string, isOn: boolean): void => {
  doc.transact(() => {
    if (isOn) valuesOf(doc).set(`ordninger/${option}`, true)
    else valuesOf(doc).delete(`ordninger/${option}`)
  }, origin)
}

describe('short answers while one suggests', () => {
  it('are the document’s, and what is written in them is suggested and leaves the document’s alone', () => {
    expect([textOf(own.doc, 'eier').toString(), valuesOf(own.doc).get(amount), valuesOf(own.doc).get('ordninger/regional')]).toEqual(['Nordvik', 100, true])
    own.doc.transact(() => { textOf(own.doc, 'eier').insert(7, ' og Sør') }, own.origin)
    own.doc.transact(() => { valuesOf(own.doc).set(amount, 250) }, own.origin)
    own.doc.transact(() => { valuesOf(own.doc).delete('ordninger/regional'); valuesOf(own.doc).set('ordninger/desentralisert', true) }, own.origin)
    expect(suggested()).toEqual([
      ['aslaug', 'ordninger', ['regional'], ['desentralisert']], ['aslaug', 'eier', 'Nordvik', 'Nordvik og Sør'], ['aslaug', amount, 100, 250],
    ])
    expect(valuesNow()).toEqual(stood)
  })
  it('follow what others write where one suggests nothing, and keep one’s own where one does', () => {
    own.doc.transact(() => { valuesOf(own.doc).set(amount, 250) }, own.origin)
    textOf(live.doc, 'eier').insert(0, 'Store ')
    valuesOf(live.doc).set(amount, 400)
    expect([textOf(own.doc, 'eier').toString(), valuesOf(own.doc).get(amount)]).toEqual(['Store Nordvik', 250])
    // Gone on with, it is still suggested against what one saw: 400 was never shown here.
    own.doc.transact(() => { valuesOf(own.doc).set(amount, 500) }, own.origin)
    expect(suggested()).toEqual([['aslaug', amount, 100, 500]])
    own.doc.transact(() => { valuesOf(own.doc).set(amount, 100) }, own.origin)
    expect([suggested(), valuesOf(own.doc).get(amount)]).toEqual([[], 400])
  })
  it('take nothing away that somebody ticked meanwhile, and one never saw', () => {
    tick(own, 'desentralisert', true)
    valuesOf(live.doc).set('ordninger/kompetanseloftet', true)
    tick(own, 'regional', false)
    live.doc.transact(() => { decideChanges(template, live.doc, suggestedChanges(template, live.doc), { verdict: 'accept', origin: 'eier', replaces: false }) }, 'eier')
    expect(valuesNow()['ordninger']).toEqual(['desentralisert', 'kompetanseloftet'])
  })
  it('listen to nothing until they follow, and follow again after a stop', () => {
    stop()
    valuesOf(live.doc).set(amount, 400)
    expect(valuesOf(own.doc).get(amount)).toBe(100)
    const again = openSuggestedAnswers(template, live, 'aslaug')
    valuesOf(live.doc).set(amount, 500)
    stop = again.follow()
    expect(valuesOf(again.answers.doc).get(amount)).toBe(500)
  })
  it('show the document’s again once the suggestion is decided, withdrawn, undone, or written back', () => {
    const suggest = (value: number): void => { own.doc.transact(() => { valuesOf(own.doc).set(amount, value) }, own.origin) }
    const shown = (): unknown => valuesOf(own.doc).get(amount)
    suggest(250)
    live.undo.undo()
    expect([shown(), suggested()]).toEqual([100, []])
    live.undo.redo()
    expect([shown(), suggested().length]).toEqual([250, 1])
    suggestedOf(live.doc).delete(`aslaug/${amount}`)
    expect(shown()).toBe(100)
    suggest(250)
    suggest(100)
    expect([shown(), suggested()]).toEqual([100, []])
    suggest(300)
    live.doc.transact(() => { decideChanges(template, live.doc, suggestedChanges(template, live.doc), { verdict: 'accept', origin: 'eier', replaces: false }) }, 'eier')
    expect([shown(), valuesOf(live.doc).get(amount), suggested()]).toEqual([300, 300, []])
  })
  it('show what one suggested before, also in another tab', () => {
    suggestChange(live.doc, 'aslaug', { kind: 'answer', key: 'eier', before: 'Nordvik', after: 'Sørvik' })
    suggestChange(live.doc, 'kari', { kind: 'answer', key: amount, before: 100, after: 9 })
    const again = openSuggestedAnswers(template, live, 'aslaug')
    expect([textOf(own.doc, 'eier').toString(), textOf(again.answers.doc, 'eier').toString(), valuesOf(again.answers.doc).get(amount)]).toEqual(['Sørvik', 'Sørvik', 100])
    const stopAgain = again.follow()
    again.answers.doc.transact(() => { textOf(again.answers.doc, 'eier').insert(0, 'Ny ') }, own.origin)
    expect(textOf(own.doc, 'eier').toString()).toBe('Ny Sørvik')
    stopAgain()
  })

  it(`send nothing that the server would refuse, and never change the text, whatever is done (seed ${seed})`, () => {
    const random = seeded(seed)
    const judge = judgeSuggestions(Y.encodeStateAsUpdate(live.doc))
    const keys = [...valuesOf(live.doc).keys()]
    const lines = [...live.doc.share.keys()].filter(name => name.startsWith('text:'))
    const codes: (string | null)[] = []
    live.doc.on('update', (update: Uint8Array, origin: unknown) => { codes.push(origin === live.origin ? judge.judge(update, 'aslaug', () => true) : 'foreign') })
    for (let step = 0; step < 300; step++) {
      const key = keys[random.below(keys.length)] ?? amount
      const line = own.doc.getText(lines[random.below(lines.length)] ?? 'text:eier')
      own.doc.transact(() => {
        if (random.below(2) === 0) line.insert(random.below(line.length + 1), 'ord ')
        else if (random.below(3) === 0) valuesOf(own.doc).delete(key)
        else valuesOf(own.doc).set(key, typeof valuesOf(own.doc).get(key) === 'number' ? random.below(1_000) : valuesOf(live.doc).get(key) ?? true)
      }, own.origin)
    }
    expect(codes.length).toBeGreaterThan(50)
    expect(new Set(codes), `seed ${seed}`).toEqual(new Set([null]))
    expect(valuesNow()).toEqual(stood)
  })
})
