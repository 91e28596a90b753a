import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { richOf, suggestedOf, valuesOf } from '../document/index.ts'
import { elementsOf, storedCommentMark, storedSuggestionMark, writeRichText, type SuggestionMark } from '../rich-text/index.ts'
import { b, bullets, del, ins, p, rich } from '../testing/index.ts'
import { decide, judgeSuggestions, suggestChange, type SuggestionJudge } from './index.ts'

const insertion = { kind: 'insertion', id: 'ny01', by: 'aslaug' } as const
const deletion = { kind: 'deletion', id: 'bort1', by: 'aslaug' } as const
const marked = (mark: SuggestionMark): Record<string, unknown> => {
  const { name, value } = storedSuggestionMark(mark)
  return { [name]: value }
}

let room = new Y.Doc()
let judge: SuggestionJudge = judgeSuggestions(new Uint8Array([0, 0]))
beforeEach(() => {
  room = new Y.Doc()
  writeRichText(richOf(room, 'mål'), rich(p('Vi skal ', b('lære'), ' sammen.'), p('Kari: ', ins('ja', 'kari', 'kari1'), del('nei', 'kari', 'kari2')), p('x'), bullets('punkt')))
  textIn(room, 'mål', 2).delete(0, 1)
  writeRichText(richOf(room, 'tomt'), rich(p()))
  valuesOf(room).set('sum', 4)
  suggestChange(room, 'kari', { kind: 'answer', key: 'sum', before: 4, after: 5 })
  judge = judgeSuggestions(Y.encodeStateAsUpdate(room))
})

// Under which ids Aslaug has written.
const own = new Set<number>()
const owns = (client: number): boolean => own.has(client)

/** What somebody with a program of their own sends: the update of `work` on the room as it is. */
function sent (work: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room))
  const before = Y.encodeStateVector(doc)
  own.add(doc.clientID)
  doc.transact(() => { work(doc) })
  return Y.encodeStateAsUpdate(doc, before)
}
const textIn = (doc: Y.Doc, key: string, paragraph = 0): Y.XmlText => {
  const block = richOf(doc, key).get(paragraph)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds text')
  return text
}
const ownWords = (): Y.XmlText => {
  const text = new Y.XmlText()
  text.insert(0, 'ord', marked(insertion))
  return text
}
const accepted = (kind: SuggestionMark['kind']) => (doc: Y.Doc): void => { decide(richOf(doc, 'mål'), mark => mark.by === 'aslaug' && mark.kind === kind, 'accept') }
const verdict = (work: (doc: Y.Doc) => void): string | null => judge.judge(sent(work), 'aslaug', owns)
const take = (work: (doc: Y.Doc) => void): string | null => {
  const update = sent(work)
  const code = judge.judge(update, 'aslaug', owns)
  if (code === null) Y.applyUpdate(room, update)
  return code
}
const suggests = (doc: Y.Doc): void => { textIn(doc, 'mål').insert(3, 'gjerne ', { ...marked(insertion), bold: null }) }

describe('somebody who may only suggest', () => {
  it('may put words in with their mark, write on in them, and take them back', () => {
    expect(take(suggests)).toBeNull()
    expect(take(doc => { textIn(doc, 'mål').insert(6, 'ne og hel') })).toBeNull()
    expect(take(doc => { textIn(doc, 'mål').format(4, 3, { bold: {} }) })).toBeNull()
    expect(take(doc => { textIn(doc, 'mål').delete(3, 16) })).toBeNull()
  })
  it('may mark what they would take away, others’ suggestions too, and take the mark off again', () => {
    expect(take(doc => { textIn(doc, 'mål').format(3, 9, marked(deletion)) })).toBeNull()
    expect(take(doc => { textIn(doc, 'mål', 1).format(0, 11, marked(deletion)) })).toBeNull()
    expect(take(doc => { textIn(doc, 'mål').format(5, 2, { [storedSuggestionMark(deletion).name]: null }) })).toBeNull()
  })
  it('may begin in a field that is empty, and go back to nothing', () => {
    expect(take(doc => {
      const paragraph = new Y.XmlElement('paragraph')
      const text = new Y.XmlText()
      text.insert(0, 'Første ord', marked(insertion))
      paragraph.insert(0, [text])
      richOf(doc, 'ny').insert(0, [paragraph])
    })).toBeNull()
    expect(take(doc => { textIn(doc, 'ny').delete(0, 10) })).toBeNull()
  })
  it('may suggest another answer, write on in it, and take it back', () => {
    for (const after of ['Ny', 'Nytt navn']) expect(take(doc => { suggestChange(doc, 'aslaug', { kind: 'answer', key: 'navn', before: null, after }) })).toBeNull()
    expect(take(doc => { suggestedOf(doc).delete('aslaug/navn') })).toBeNull()
  })
  it('may take some back who has suggested more than there may be', () => {
    for (let n = 0; n < 2_001; n++) suggestedOf(room).set(`aslaug/${n}`, {})
    judge = judgeSuggestions(Y.encodeStateAsUpdate(room))
    expect(take(doc => { suggestedOf(doc).delete('aslaug/7'); suggestedOf(doc).delete('aslaug/8') })).toBeNull()
    expect(take(doc => { suggestedOf(doc).set('aslaug/7', {}) })).toBeNull()
    expect(verdict(doc => { suggestedOf(doc).set('aslaug/8', {}) })).toBe('too-large')
  })
  it('is judged on what others have written meanwhile', () => {
    expect(take(suggests)).toBeNull()
    const meanwhile = sent(doc => { textIn(doc, 'mål').insert(0, 'Altså: ') })
    Y.applyUpdate(room, meanwhile)
    judge.learn(meanwhile)
    expect(take(doc => { textIn(doc, 'mål').insert(12, '!', marked(insertion)) })).toBeNull()
  })
})

describe('a program that writes as somebody who may only suggest', () => {
  const refused: readonly (readonly [string, string, (doc: Y.Doc) => void])[] = [
    ['words without a mark', 'only-suggest', doc => { textIn(doc, 'mål').insert(0, 'Smuglet ') }],
    ['own words right under the field', 'only-suggest', doc => { richOf(doc, 'mål').insert(0, [ownWords()]) }],
    ['own words in a list, beside its items', 'only-suggest', doc => { const block = richOf(doc, 'mål').get(3); if (block instanceof Y.XmlElement) block.insert(0, [ownWords()]) }],
    ['others’ words written anew', 'only-suggest', doc => { const text = textIn(doc, 'mål'); text.delete(0, 3); text.insert(0, 'Vi ') }],
    ['others’ paragraph written anew', 'only-suggest', doc => { richOf(doc, 'mål').delete(3, 1); richOf(doc, 'mål').insert(3, elementsOf([bullets('punkt')])) }],
    ['an emptied line of others', 'only-suggest', doc => { const block = richOf(doc, 'mål').get(2); if (block instanceof Y.XmlElement) block.delete(0, 1) }],
    ['the only paragraph, which others made', 'only-suggest', doc => { richOf(doc, 'tomt').delete(0, 1) }],
    ['words taken away', 'only-suggest', doc => { textIn(doc, 'mål').delete(0, 3) }],
    ['a mark in another’s name', 'foreign-author', doc => { textIn(doc, 'mål').insert(0, 'x', marked({ ...insertion, by: 'kari' })) }],
    ['words taken away in another’s name', 'foreign-author', doc => { textIn(doc, 'mål').format(0, 3, marked({ ...deletion, by: 'kari' })) }],
    ['own words under two names', 'only-suggest', doc => { textIn(doc, 'mål', 1).insert(7, 'x', { ...marked({ kind: 'insertion', id: 'kari1', by: 'kari' }), ...marked(insertion) }) }],
    ['words among another’s', 'only-suggest', doc => { textIn(doc, 'mål', 1).insert(7, 'x') }],
    ['another’s suggestion taken out', 'only-suggest', doc => { textIn(doc, 'mål', 1).delete(6, 2) }],
    ['another’s mark taken off', 'only-suggest', doc => { textIn(doc, 'mål', 1).format(6, 2, { [storedSuggestionMark({ kind: 'insertion', id: 'kari1', by: 'kari' }).name]: null }) }],
    ['others’ words made bold', 'only-suggest', doc => { textIn(doc, 'mål').format(0, 2, { bold: {} }) }],
    ['a comment’s mark made up', 'only-suggest', doc => { const { name, value } = storedCommentMark('traad1'); textIn(doc, 'mål').format(0, 2, { [name]: value }) }],
    ['a comment’s mark on own words', 'only-suggest', doc => { const { name, value } = storedCommentMark('traad1'); textIn(doc, 'mål').insert(0, 'x', { ...marked(insertion), [name]: value }) }],
    ['a mark no editor knows', 'only-suggest', doc => { textIn(doc, 'mål').insert(0, 'x', { ...marked(insertion), blink: {} }) }],
    ['a mark stored under another name', 'only-suggest', doc => { textIn(doc, 'mål').insert(0, 'x', { 'insertion--AAAAAAAA': { id: 'ny01', by: 'aslaug' } }) }],
    ['a mark that says more than it may', 'only-suggest', doc => { const { name, value } = storedSuggestionMark(insertion); textIn(doc, 'mål').insert(0, 'x', { [name]: { ...value, more: 1 } }) }],
    ['something that is no words, marked', 'only-suggest', doc => { textIn(doc, 'mål').insertEmbed(0, { image: 1 }, marked(insertion)) }],
    ['an answer suggested in another’s name', 'foreign-author', doc => { suggestChange(doc, 'kari', { kind: 'answer', key: 'navn', before: null, after: 'x' }) }],
    ['another’s suggested answer taken out', 'foreign-author', doc => { suggestedOf(doc).delete('kari/sum') }],
    ['another’s suggested answer changed', 'foreign-author', doc => { suggestedOf(doc).set('kari/sum', { kind: 'answer', key: 'sum', before: 4, after: 9 }) }],
    ['a name that only begins like theirs', 'foreign-author', doc => { suggestedOf(doc).set('aslaugsen/sum', {}) }],
    ['a suggested answer that is no plain value', 'only-suggest', doc => { suggestedOf(doc).set('aslaug/sum', new Y.Map()) }],
    ['a suggested answer and an answer', 'only-suggest', doc => { suggestedOf(doc).set('aslaug/sum', {}); valuesOf(doc).set('sum', 5) }],
    ['a number that JSON does not know, and a line of text with it', 'only-suggest', doc => { suggestedOf(doc).set('aslaug/sum', { after: 10n }); doc.getText('text:navn').insert(0, 'Smuglet') }],
    ['a number that JSON does not know', 'only-suggest', doc => { suggestedOf(doc).set('aslaug/sum', { after: 10n }) }],
    ['a list under the name of the suggested answers', 'only-suggest', doc => { doc.getArray('suggested').insert(0, [1]) }],
    ['a suggested answer nobody can mean', 'too-large', doc => { suggestedOf(doc).set('aslaug/sum', { after: 'x'.repeat(100_001) }) }],
    ['more suggested answers than a form has', 'too-large', doc => { for (let n = 0; n < 2_001; n++) suggestedOf(doc).set(`aslaug/${n}`, {}) }],
    ['an amount', 'only-suggest', doc => { valuesOf(doc).set('sum', 5) }],
    ['a line of text', 'only-suggest', doc => { doc.getText('text:navn').insert(0, 'x') }],
    ['an item taken away', 'only-suggest', doc => { doc.getMap('removed').set('tiltak/a', true) }],
    ['a new paragraph', 'only-suggest', doc => { richOf(doc, 'mål').insert(1, [new Y.XmlElement('paragraph')]) }],
    ['a paragraph taken out', 'only-suggest', doc => { richOf(doc, 'mål').delete(0, 1) }],
    ['a paragraph made a heading', 'only-suggest', doc => { const block = richOf(doc, 'mål').get(0); if (block instanceof Y.XmlElement) block.setAttribute('level', '4') }],
    ['an image in an empty field', 'only-suggest', doc => { richOf(doc, 'ny').insert(0, [new Y.XmlElement('image')]) }],
    ['something under a name beside a field’s text', 'only-suggest', doc => { doc.getMap('rich:mål2').set('x', 1) }],
    ['everything accepted', 'only-suggest', doc => { decide(richOf(doc, 'mål'), () => true, 'accept') }],
  ]
  for (const [what, code, work] of refused) it(`is refused ${what}`, () => { expect(verdict(work)).toBe(code) })

  it('can neither accept its own suggestion, nor what it would take away', () => {
    expect(take(suggests)).toBeNull()
    expect(take(doc => { textIn(doc, 'mål').format(10, 4, marked(deletion)) })).toBeNull()
    expect(verdict(accepted('insertion'))).toBe('only-suggest')
    judge = judgeSuggestions(Y.encodeStateAsUpdate(room))
    expect(verdict(accepted('deletion'))).toBe('only-suggest')
  })
  it('cannot hide words behind ones that have not come yet', () => {
    const [first, then] = [new Y.Doc(), new Y.Doc()]
    Y.applyUpdate(first, Y.encodeStateAsUpdate(room))
    const before = Y.encodeStateVector(first)
    textIn(first, 'mål').insert(3, 'x')
    Y.applyUpdate(then, Y.encodeStateAsUpdate(first))
    const known = Y.encodeStateVector(then)
    textIn(then, 'mål').insert(4, 'Smuglet')
    expect(judge.judge(Y.encodeStateAsUpdate(then, known), 'aslaug', owns)).toBe('changed-meanwhile')
    // Nor take away what somebody is about to write.
    judge = judgeSuggestions(Y.encodeStateAsUpdate(room))
    const after = Y.encodeStateVector(first)
    textIn(first, 'mål').delete(3, 1)
    expect(Y.encodeStateAsUpdate(first, before).length).toBeGreaterThan(0)
    expect(judge.judge(Y.encodeStateAsUpdate(first, after), 'aslaug', owns)).toBe('changed-meanwhile')
  })
})
