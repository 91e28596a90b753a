import { describe, expect, it } from 'vitest'
import { askedFor, partsOf, toStore, toWrite, whoIsMeant, withMention, type Person } from './mention.ts'

const uh: Person = { id: 'p1', name: 'Tor Fjell' }
const uhToo: Person = { id: 'p2', name: 'Tor Fjellheim' }
const union: Person = { id: 'p3', name: 'Aslaug Strand-Lie' }
const people = [uh, uhToo, union]
const nameOf = (id: string): string | null => people.find(person => person.id === id)?.name ?? null

describe('a mention', () => {
  it('is stored by id and shown by name, there and back', () => {
    const stored = toStore('Hei @Tor Fjellheim, hva sier @Tor Fjell?', [uh, uhToo])
    expect(stored).toEqual({ text: 'Hei @{p2}, hva sier @{p1}?', mentions: ['p2', 'p1'] })
    expect(toWrite(stored.text, nameOf)).toEqual({ text: 'Hei @Tor Fjellheim, hva sier @Tor Fjell?', people: [uhToo, uh] })
  })
  it('is only of those who were chosen: a name somebody typed, or an address, stays text', () => {
    expect(toStore('post@Tor Fjell og @Aslaug Strand-Lie', [])).toEqual({ text: 'post@Tor Fjell og @Aslaug Strand-Lie', mentions: [] })
  })
  it('of somebody nobody knows any more stays what was written', () => {
    expect(partsOf('Hei @{borte} og @{p1}!', nameOf)).toEqual([{ kind: 'words', text: 'Hei @{borte} og ' }, { kind: 'person', person: uh }, { kind: 'words', text: '!' }])
  })
  it('is asked for by an @ at the beginning of a word, also with a blank in the name', () => {
    expect(askedFor('Hei @', 5)).toEqual({ from: 4, words: '' })
    expect(askedFor('Hei @tor fj og mer', 11)).toEqual({ from: 4, words: 'tor fj' })
    expect(askedFor('post@tor', 8)).toBeNull()
    expect(askedFor('@tor\nog', 7)).toBeNull()
  })
  it('finds people by the beginning of any of their names', () => {
    expect(whoIsMeant(people, 'fj')).toEqual([uh, uhToo])
    expect(whoIsMeant(people, 'LIE')).toEqual([union])
    expect(whoIsMeant(people, '')).toEqual(people)
  })
  it('is put in with a blank after it where none stands', () => {
    expect(withMention('Hei @to', 4, 7, uh)).toEqual({ text: 'Hei @Tor Fjell ', caret: 15 })
    expect(withMention('Hei @to, du', 4, 7, uh)).toEqual({ text: 'Hei @Tor Fjell, du', caret: 14 })
  })
})
