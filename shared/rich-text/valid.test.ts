import { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { seeded, type Random } from '../testing/random.ts'
import { imageHashesIn, validRichText, type RichTextNode } from './index.ts'
import { richTextSchema } from './schema.ts'

const schema = richTextSchema()
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32))
const hash = 'ab'.repeat(32)
const text = (words: string, ...marks: readonly object[]): object => ({ type: 'text', text: words, ...(marks.length === 0 ? {} : { marks }) })
const p = (...content: readonly object[]): object => ({ type: 'paragraph', content })
const doc = (...content: readonly object[]): object => ({ type: 'doc', content })
const link = (href: string): object => ({ type: 'link', attrs: { href } })

/** Whether the editor's own schema can hold it. */
function fits (node: unknown): boolean {
  try {
    Node.fromJSON(schema, node).check()
    return true
  } catch {
    return false
  }
}

// Builds something that may or may not be rich text, out of the names rich text is made of.
function anything (random: Random, depth: number): object {
  const type = random.pick(['paragraph', 'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'table', 'tableRow', 'tableCell', 'tableHeader', 'image', 'hardBreak', 'text', 'doc'])
  if (type === 'text') return text(random.pick(['ord', ' ', 'Ærlig']), ...(random.below(3) === 0 ? [random.pick([{ type: 'bold' }, link('https://eksempel.no')])] : []))
  const attrs = random.pick<object>([{}, { level: 4 }, { level: 5 }, { start: 3 }, { colspan: 2 }, { hash, alt: 'Figur' }])
  const content = Array.from({ length: depth > 4 ? 0 : random.below(3) }, () => anything(random, depth + 1))
  return { type, attrs, content }
}

describe('rich text that came over a wire', () => {
  it('is taken when the editor makes it, in one normal form', () => {
    const written = doc(
      p(text('Enig', { type: 'italic' }, { type: 'bold' }), text(' og ', { type: 'bold' }), text('mer', { type: 'bold' })),
      { type: 'heading', attrs: { level: 4, id: null }, content: [text('Hvorfor')] },
      { type: 'orderedList', attrs: { start: 1, type: null }, content: [{ type: 'listItem', content: [p(text('En'))] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 2, colwidth: null, align: null }, content: [p()] }] }] },
      { type: 'image', attrs: { hash, type: 'image/png', alt: '', width: 100, height: null } },
      p(text('lenke', { type: 'link', attrs: { href: 'https://eksempel.no', target: '_blank', rel: 'noopener', class: null } }), { type: 'hardBreak' }),
    )
    expect(fits(written)).toBe(true)
    const read = validRichText(written)
    expect(read).toEqual(doc(
      p(text('Enig', { type: 'bold' }, { type: 'italic' }), text(' og mer', { type: 'bold' })),
      { type: 'heading', attrs: { level: 4 }, content: [text('Hvorfor')] },
      { type: 'orderedList', content: [{ type: 'listItem', content: [p(text('En'))] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { rowspan: 2 }, content: [{ type: 'paragraph' }] }] }] },
      { type: 'image', attrs: { hash, type: 'image/png', width: 100 } },
      p(text('lenke', link('https://eksempel.no')), { type: 'hardBreak' }),
    ))
    expect(validRichText(read)).toEqual(read)
    expect(imageHashesIn(read ?? { type: 'doc' })).toEqual([hash])
  })

  it('loses a comment\'s anchor that was pasted along, and keeps the words', () => {
    expect(validRichText(doc(p(text('ord', { type: 'comment', attrs: { id: 'x' } }, { type: 'bold' }))))).toEqual(doc(p(text('ord', { type: 'bold' }))))
  })

  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing', null], ['a list', []], ['a string', 'doc'], ['no document', p(text('ord'))], ['an empty document', doc()],
    ['a node nobody knows', doc({ type: 'iframe', attrs: { src: 'https://eksempel.no' } })],
    ['a name every object has', doc({ type: 'constructor' })],
    ['a link that runs something', doc(p(text('ord', link('javascript:alert(1)'))))],
    ['a link without an address', doc(p(text('ord', { type: 'link' })))],
    ['two links on one word', doc(p(text('ord', link('https://a.no'), link('https://b.no'))))],
    ['an image from outside', doc({ type: 'image', attrs: { src: 'https://eksempel.no/x.png' } })],
    ['an image inside a line', doc(p({ type: 'image', attrs: { hash } }))],
    ['a heading of the form\'s own rank', doc({ type: 'heading', attrs: { level: 1 }, content: [] })],
    ['text beside blocks', doc(text('ord'))], ['empty text', doc(p(text('')))], ['text that is a number', doc(p({ type: 'text', text: 7 }))],
    ['a list without items', doc({ type: 'bulletList' })], ['an item that begins with a list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [p()] }] }] }] })],
    ['a span of a million columns', doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1_000_000 }, content: [p()] }] }] })],
    ['lists a thousand deep', Array.from({ length: 1000 }).reduce<object>(inner => ({ type: 'bulletList', content: [{ type: 'listItem', content: [p(), inner] }] }), p())],
  ]
  it.each(wrong)('is refused when it is %s', (_what, given) => {
    expect(validRichText(given)).toBeNull()
    if (typeof given === 'object' && given !== null && 'type' in given && given.type === 'bulletList') expect(validRichText(doc(given))).toBeNull()
  })

  it(`is taken exactly when the editor's schema can hold it (seed ${seed})`, () => {
    const random = seeded(seed)
    let taken = 0
    for (let times = 0; times < 20_000; times++) {
      const given = doc(...Array.from({ length: 1 + random.below(2) }, () => anything(random, 0)))
      const read: RichTextNode | null = validRichText(given)
      // What the schema lets pass and we do not: headings and images that lack what makes them what they are.
      const isWhole = !/"heading","attrs":\{(?!"level")|"image","attrs":\{(?!"hash")/.test(JSON.stringify(given))
      if (isWhole) expect(read !== null, JSON.stringify(given)).toBe(fits(given))
      if (read !== null) { taken++; expect(fits(read), JSON.stringify(read)).toBe(true) }
    }
    expect(taken).toBeGreaterThan(500)
  })
})
