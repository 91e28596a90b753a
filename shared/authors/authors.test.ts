import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fill, project, richOf, textOf, valuesOf } from '../document/index.ts'
import { plainText, storedSuggestionMark, writeRichText, type RichTextNode } from '../rich-text/index.ts'
import { templateById, type Template } from '../template/index.ts'
import { b, bullets, p, rich, sampleValues, seeded, type Random } from '../testing/index.ts'
import { authorsIn, carryAuthors, ownersBy, type Author, type Authorship, type OwnerOf } from './index.ts'

const nordland = templateById('nordland-2024')
if (nordland === null) throw new Error('the form comes with the product')
const template: Template = nordland
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

/** Somebody's machine, joined with the others' by hand. */
function machine (): Y.Doc { return new Y.Doc() }
function join (...docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}
const owned = (owners: ReadonlyMap<number, string>, carried: Parameters<typeof ownersBy>[0]['carried'] = null): OwnerOf =>
  ownersBy({ owners, bringers: new Map(), carried })
const names = ({ authors, texts }: Authorship, key: string): readonly (readonly [number, string])[] =>
  (texts[key] ?? []).map(([length, who]) => [length, authors[who]?.personId ?? '?'])
const nodeText = (node: RichTextNode): string => (node.text ?? '') + (node.content ?? []).map(nodeText).join('')

describe('who wrote what', () => {
  it('is told stretch by stretch, in the order it is read, of what is left of it', () => {
    const [kari, ola] = [machine(), machine()]
    textOf(kari, 'eier').insert(0, '  Nordvik kommune ')
    writeRichText(richOf(kari, 'bakgrunn'), rich(p('Vi møtes ', b('hver'), ' uke.'), bullets('én')))
    join(kari, ola)
    textOf(ola, 'eier').insert(9, ' og Sørvik')
    const text = (richOf(ola, 'bakgrunn').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(3, 'ALLE ')
    text.delete(13, 4)
    valuesOf(ola).set('antallTiltak', 4)
    valuesOf(kari).set('ordninger/regional', true)
    join(kari, ola)
    const authorship = authorsIn(template, kari, owned(new Map([[kari.clientID, 'kari'], [ola.clientID, 'ola']])))
    expect(names(authorship, 'eier')).toEqual([[7, 'kari'], [10, 'ola'], [8, 'kari']])
    expect(names(authorship, 'bakgrunn')).toEqual([[3, 'kari'], [5, 'ola'], [13, 'kari']])
    expect(Object.entries(authorship.values).map(([key, who]) => [key, authorship.authors[who]?.personId])).toEqual([['ordninger/regional', 'kari'], ['antallTiltak', 'ola']])
  })

  it('says of what was only brought along that it was, and of what nobody knows that nobody does', () => {
    const [kari, ola, third] = [machine(), machine(), machine()]
    textOf(kari, 'eier').insert(0, 'abc')
    textOf(ola, 'nettverk').insert(0, 'def')
    textOf(third, 'universitet').insert(0, 'ghi')
    join(kari, ola, third)
    const ownerOf = ownersBy({ owners: new Map([[kari.clientID, 'kari']]), bringers: new Map([[kari.clientID, 'ola'], [ola.clientID, 'ola']]), carried: null })
    const { authors, texts } = authorsIn(template, kari, ownerOf)
    expect(texts).toEqual({ eier: [[3, 0]], nettverk: [[3, 1]], universitet: [[3, -1]] })
    expect(authors).toEqual([{ personId: 'kari', how: 'wrote' }, { personId: 'ola', how: 'brought' }])
  })

  it('does not count what somebody only suggests to put in', () => {
    const doc = machine()
    writeRichText(richOf(doc, 'bakgrunn'), rich(p('Vi møtes.')))
    const text = (richOf(doc, 'bakgrunn').get(0) as Y.XmlElement).get(0) as Y.XmlText
    const mark = storedSuggestionMark({ kind: 'insertion', id: 'abcdabcd', by: 'olaola' })
    text.insert(2, ' alle', { [mark.name]: mark.value })
    expect(authorsIn(template, doc, owned(new Map())).texts['bakgrunn']).toEqual([[9, -1]])
  })

  it(`adds up to the text, whoever wrote where, and is carried over into a new epoch and the one after (seed ${seed})`, () => {
    const random = seeded(seed)
    const people = ['kari', 'ola', 'aslaug'] as const
    const docs = people.map(() => machine())
    const [first] = docs
    if (first === undefined) throw new Error('nobody')
    fill(template, first, sampleValues)
    join(...docs)
    const owners = new Map(docs.map((doc, index) => [doc.clientID, people[index] ?? '']))
    write(docs, random)
    const before = authorsIn(template, first, owned(owners))
    expect(addsUp(first, before)).toEqual([])
    expect(before.authors.map((author: Author) => author.personId).toSorted()).toEqual(['aslaug', 'kari', 'ola'])

    let authorship = before
    for (let epoch = 2; epoch <= 3; epoch++) {
      const fresh = machine()
      fill(template, fresh, project(template, first).values)
      const carried = carryAuthors(template, fresh, fresh.clientID, authorship)
      const after = authorsIn(template, fresh, owned(new Map(), carried))
      for (const key of Object.keys(before.texts)) expect(names(after, key), key).toEqual(names(before, key))
      expect(Object.keys(after.values).map(key => after.authors[after.values[key] ?? -1])).toEqual(Object.keys(before.values).map(key => before.authors[before.values[key] ?? -1]))
      authorship = after
    }
  })

  it('of a text of another length is carried over as nobody’s', () => {
    const doc = machine()
    textOf(doc, 'eier').insert(0, 'Nordvik')
    const carried = carryAuthors(template, doc, doc.clientID, { authors: [{ personId: 'kari', how: 'wrote' }], texts: { eier: [[6, 0]] }, values: {} })
    expect(carried.runs).toEqual([])
  })
})

function write (docs: readonly Y.Doc[], random: Random): void {
  for (let turn = 0; turn < 60; turn++) {
    for (const doc of docs) {
      const line = textOf(doc, random.pick(['eier', 'nettverk', 'universitet']))
      line.insert(random.below(line.length + 1), random.pick(['a', 'bc', 'def ']))
      if (line.length > 4) line.delete(random.below(line.length - 2), 1)
      const block = richOf(doc, 'bakgrunn').get(random.below(2)) as Y.XmlElement
      const text = block.get(0)
      if (text instanceof Y.XmlText) text.insert(random.below(text.length + 1), random.pick(['ord ', 'x', 'møte ']))
    }
    if (random.below(3) === 0) join(...docs)
  }
  join(...docs)
}

// Keys whose stretches do not add up to their text.
function addsUp (doc: Y.Doc, { texts }: Authorship): readonly string[] {
  const { values } = project(template, doc)
  return Object.entries(texts).filter(([key, stretches]) => {
    const value = values[key]
    if (value === undefined) return false
    const text = typeof value === 'string' ? value : nodeText(value as RichTextNode)
    return stretches.reduce((sum, [length]) => sum + length, 0) !== text.length
  }).map(([key]) => `${key}: ${plainText({ type: 'text', text: String(values[key]) })}`)
}
