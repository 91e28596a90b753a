import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readRichText, storedCommentMark, storedSuggestionMark, writeRichText, type RichTextNode } from '../../rich-text/index.ts'
import { a, b, bullets, h, p, rich, seeded, table } from '../../testing/index.ts'
import { editedText, randomText } from '../testing/random-edit.ts'
import { rewriteRichText } from './rich.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

const fragmentOf = (node: RichTextNode): Y.XmlFragment => {
  const fragment = new Y.Doc().getXmlFragment('x')
  writeRichText(fragment, node)
  return fragment
}

describe('rewriting a rich text', () => {
  it(`gives what was wanted, whatever stood there (seed ${seed})`, () => {
    for (let run = 0; run < 200; run++) {
      const random = seeded(seed + run)
      const before = randomText(random)
      const after = random.below(3) === 0 ? randomText(random) : editedText(editedText(before, random), random)
      const fragment = fragmentOf(before)
      fragment.doc?.transact(() => { rewriteRichText(fragment, after) })
      expect(readRichText(fragment), `seed ${seed + run}`).toEqual(after)
    }
  })
  it('takes lists, tables, links, breaks and nothing', () => {
    const texts = [
      rich(p('a'), table(['Hva', 'Når'], ['møte', 'mai'])), rich(table(['Hva', 'Når'], ['møte', 'juni'], ['til', 'mer']), h('b')), rich(p('les ', a('her', 'https://example.no'), ' nå')),
      rich(p('les ', b('her'), ' nå')), rich(p('en', { type: 'hardBreak' }, 'to')), rich(p('en', { type: 'hardBreak' }, 'to tre', { type: 'hardBreak' })), rich(bullets('x', 'y')), null, rich(p('igjen')),
    ]
    const fragment = fragmentOf(rich(p('a')))
    for (const wanted of texts) {
      rewriteRichText(fragment, wanted)
      expect(readRichText(fragment)?.content ?? null).toEqual(wanted?.content?.map(node => JSON.parse(JSON.stringify(node)) as RichTextNode) ?? null)
    }
  })
  it('lets what others write meanwhile stand, and keeps comments on the words that stay', () => {
    const fragment = fragmentOf(rich(p('Vi møtes hver måned i nettverket.'), p('Lederne melder tilbake.')))
    const [first] = fragment.toArray()
    const text = first instanceof Y.XmlElement ? first.get(0) : null
    if (!(text instanceof Y.XmlText) || fragment.doc === null) throw new Error('no text')
    const mark = storedCommentMark('abcdabcd')
    text.format(21, 9, { [mark.name]: mark.value })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(fragment.doc))
    const theirs = (other.getXmlFragment('x').get(1) as Y.XmlElement).get(0) as Y.XmlText
    theirs.insert(23, ' Hver gang.')
    rewriteRichText(fragment, rich(p('Vi møtes hver uke i nettverket.'), p('Lederne melder alltid tilbake.')))
    Y.applyUpdate(fragment.doc, Y.encodeStateAsUpdate(other))
    expect(readRichText(fragment)).toEqual(rich(p('Vi møtes hver uke i nettverket.'), p('Lederne melder alltid tilbake. Hver gang.')))
    expect(JSON.stringify(text.toDelta())).toContain(mark.name)
  })

  it('leaves what others suggest in it suggested', () => {
    const fragment = fragmentOf(rich(p('Vi møtes hver måned i nettverket.')))
    const [first] = fragment.toArray()
    const text = first instanceof Y.XmlElement ? first.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('no text')
    const mark = storedSuggestionMark({ kind: 'insertion', id: 'abcdabcd', by: 'tillitsvalgt' })
    text.insert(9, 'alltid ', { [mark.name]: mark.value })
    rewriteRichText(fragment, rich(p('Dere møtes hver uke i nettverket.')))
    expect(readRichText(fragment)).toEqual(rich(p('Dere møtes hver uke i nettverket.')))
    expect(readRichText(fragment, 'suggested')).toEqual(rich(p('Dere møtes alltid hver uke i nettverket.')))
  })
})
