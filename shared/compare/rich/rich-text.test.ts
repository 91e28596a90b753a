import { describe, expect, it } from 'vitest'
import type { RichTextNode } from '../../rich-text/index.ts'
import { a, b, bullets, h, i, largeValues, numbers, p, rich, seeded, table, type Random } from '../../testing/index.ts'
import type { BlockChange, Run, TextChange } from '../comparison.ts'
import type { Block, Line } from './block.ts'
import { boundedText } from './bounded.ts'
import { blocksOf } from './read.ts'
import { compareRichText } from './rich-text.ts'
import { compareLines } from './words.ts'

const side = (runs: readonly Run[], gone: 'deleted' | 'inserted'): string => runs.filter(run => run.kind !== gone).map(run => run.text).join('')
const lineOf = (text: string): Line => ({ text, spans: [] })

// A line with its marks, as runs say it was or is: neighbours alike are one.
function marked (runs: readonly Run[], which: 'before' | 'after'): string {
  return runs.filter(run => run.kind !== (which === 'before' ? 'inserted' : 'deleted'))
    .flatMap(run => run.text.split('').map(letter => letter + boundedText(which === 'before' ? run.was ?? run.marks : run.marks))).join('')
}
const markedLine = (line: Line): string => line.text.split('').map((letter, index) => letter + boundedText(line.spans.find(span => span.to > index)?.marks ?? [])).join('')

/** What a block says, with its shape, as text: to be compared with what a change says of it. */
const said = (block: Block): string => block.type === 'text' ? boundedText(block.shape) + markedLine(block.line)
  : block.type === 'image' ? boundedText(block.image) : block.rows.map(row => row.cells.map(markedLine).join('|')).join('\n')

function saidBy (change: BlockChange, which: 'before' | 'after'): string {
  switch (change.kind) {
    case 'gap': return ''
    case 'text': return boundedText(which === 'before' ? change.was ?? change.shape : change.shape) + marked(change.runs, which)
    case 'image': return boundedText(which === 'before' ? change.was ?? change.image : change.image)
    case 'table': return change.rows.filter(row => row.change !== (which === 'before' ? 'inserted' : 'deleted')).map(row => row.cells.map(cell => marked(cell, which)).join('|')).join('\n')
  }
}

// Gaps take what the text itself has there; everything else comes from the comparison alone.
function rebuilt (changes: readonly BlockChange[], own: readonly Block[], which: 'before' | 'after'): readonly string[] {
  const result: string[] = []
  for (const change of changes) {
    if (change.kind === 'gap') result.push(...own.slice(result.length, result.length + change.blocks).map(said))
    else if (change.change !== (which === 'before' ? 'inserted' : 'deleted')) result.push(saidBy(change, which))
  }
  return result
}

function expectWhole (before: RichTextNode, after: RichTextNode, note: string): void {
  const changes = compareRichText(before, after)
  if (JSON.stringify(before) === JSON.stringify(after)) { expect(changes, note).toBe(null); return }
  if (changes === null) throw new Error(`told nothing: ${note}`)
  if (changes.length === 0) { expect(blocksOf(before).map(said), note).toEqual(blocksOf(after).map(said)); return }
  expect(rebuilt(changes, blocksOf(before), 'before'), note).toEqual(blocksOf(before).map(said))
  expect(rebuilt(changes, blocksOf(after), 'after'), note).toEqual(blocksOf(after).map(said))
}

const image = (alt: string): RichTextNode => ({ type: 'image', attrs: { hash: 'a'.repeat(64), alt } })
const words = ['vi', 'og', 'barnehagen', 'møtes', '330 000', 'Sámi', '🌱', 'ikke', 'lærer–elev', '.', ',', '  ']
const phrase = (random: Random): string => Array.from({ length: random.below(9) }, () => random.pick(words as [string, ...string[]])).join(random.below(5) === 0 ? '' : ' ')

function edited (random: Random, node: RichTextNode): RichTextNode {
  if (node.type === 'text') {
    if (random.below(8) > 0) return node
    const text = node.text ?? ''
    const [from, to] = [random.below(text.length + 1), random.below(text.length + 1)].toSorted((x, y) => x - y)
    const next = text.slice(0, from) + phrase(random) + text.slice(to) || 'x'
    return random.below(3) === 0 ? b(next) : { ...node, text: next }
  }
  const content = (node.content ?? []).flatMap(child => {
    const isBlock = child.type !== 'text' && child.type !== 'tableCell' && child.type !== 'tableHeader'
    const chance = random.below(isBlock ? 14 : 40)
    if (chance === 0 && isBlock) return []
    if (chance === 1 && child.type === 'paragraph') return [p(phrase(random) || 'ny'), edited(random, child)]
    if (chance === 2 && child.type === 'paragraph') return [{ ...child, type: 'heading', attrs: { level: 4 } }]
    return [edited(random, child)]
  })
  if (node.type === 'doc' && random.below(5) === 0) content.splice(random.below(content.length + 1), 0, ...content.splice(random.below(content.length + 1), 1))
  return { ...node, content }
}

const whole = rich(
  p('Behovet kom fram i ', b('kartleggingen'), ', og ', a('planen', 'https://nordvik.example/plan'), ' følger opp. Kr 330 000.'),
  h('Hva vi har lært'), bullets('tidlig hjelp', 'på tvers av kommuner', 'sammen'), numbers('Samling', 'Mellomarbeid', 'Deling'),
  table(['Hva', 'Kroner'], ['Vikarer', '120 000'], ['Lokaler', '45 000']),
  image('Kart'), p('Til slutt ', i('dette'), '.'), p(), p('Helt til slutt.'),
)

describe('what is inserted and deleted, applied,', () => {
  it('gives back the text before and the text after, with marks, lists, tables and images', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed)
      const before = edited(random, whole)
      expectWhole(before, edited(random, edited(random, before)), `seed ${seed}`)
    }
  })
  it('gives back lines that have nothing or almost everything in common, also past the bounds', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed)
      const long = (bits: number): string => Array.from({ length: random.below(1500) }, () => random.below(bits)).join(' ')
      const [x, y] = [long(2 + random.below(900)), long(2 + random.below(900))]
      const runs = compareLines(lineOf(x), lineOf(y))
      expect([side(runs, 'inserted'), side(runs, 'deleted')], `seed ${seed}`).toEqual([x, y])
    }
  })
})

const runsOf = (change: readonly BlockChange[] | null): string => (change ?? []).flatMap(one => one.kind === 'text' ? one.runs : [])
  .map(run => run.kind === 'deleted' ? `[-${run.text}-]` : run.kind === 'inserted' ? `[+${run.text}+]` : run.text).join('')

describe('what is told reads as a person would tell it:', () => {
  it('a word changed, the rest left', () => {
    expect(runsOf(compareRichText(rich(p('Tiltaket får 330 000 kroner i år.')), rich(p('Tiltaket får 410 000 kroner i år.')))))
      .toBe('Tiltaket får [-330 000-][+410 000+] kroner i år.')
  })
  it('several words in a row as one change, without the blanks between left standing', () => {
    expect(runsOf(compareRichText(rich(p('Det er slik at de ansatte møtes hver uke.')), rich(p('Det er slik at alle lærere møtes hver uke.')))))
      .toBe('Det er slik at [-de ansatte-][+alle lærere+] møtes hver uke.')
  })
  it('a paragraph put in is put in, those around are not touched', () => {
    const changes = compareRichText(rich(p('En to tre.'), p('Fire fem seks.')), rich(p('En to tre.'), p('Noe helt nytt her.'), p('Fire fem seks.')))
    expect(changes?.map(one => one.kind === 'gap' ? one.blocks : one.change)).toEqual([1, 'inserted', 1])
  })
  it('another mark or link on the same words is said as such', () => {
    const [change] = compareRichText(rich(p('Vi ser på ', b('språk'), ' her.')), rich(p('Vi ser på språk her.'))) ?? []
    expect((change as TextChange).runs.map(run => [run.kind, run.text, run.marks.map(mark => mark.type), run.was?.map(mark => mark.type)]))
      .toEqual([['same', 'Vi ser på ', [], undefined], ['same', 'språk', [], ['bold']], ['same', ' her.', [], undefined]])
    expect(compareRichText(rich(p(a('her', 'https://a.example'))), rich(p(a('her', 'https://b.example'))))).toHaveLength(1)
  })
  it('a paragraph that became a heading or a list item has its old shape beside its new one', () => {
    const [change] = compareRichText(rich(p('Hva vi har lært')), rich(h('Hva vi har lært'))) ?? []
    expect(change).toMatchObject({ change: 'changed', shape: { type: 'heading', level: 4 }, was: { type: 'paragraph' } })
    const [item] = compareRichText(rich(p('tidlig hjelp')), rich(bullets('tidlig hjelp'))) ?? []
    expect(item).toMatchObject({ shape: { list: 'bulleted', depth: 1 }, was: { list: null, depth: 0 } })
  })
  it('a cell of a table, in its table', () => {
    const [change] = compareRichText(rich(table(['Hva', 'Kroner'], ['Vikarer', '120 000'])), rich(table(['Hva', 'Kroner'], ['Vikarer', '130 000'], ['Reise', '5 000']))) ?? []
    expect(change).toMatchObject({ kind: 'table', change: 'changed', rows: [{ change: 'same' }, { change: 'changed' }, { change: 'inserted' }] })
  })
  it('the alternative text of an image that is the same', () => {
    expect(compareRichText(rich(image('Kart')), rich(image('Kart over skolene')))).toMatchObject([{ kind: 'image', change: 'changed', was: { alt: 'Kart' } }])
  })
  it('that only the bounds of a list differ, when that is all', () => {
    expect(compareRichText(rich(bullets('a'), bullets('b')), rich(bullets('a', 'b')))).toEqual([])
  })
  it('nothing at all, when there is no text on either side', () => {
    expect(compareRichText(null, rich(p(), p('  ')))).toBe(null)
  })
})

function nested (depth: number, inner: RichTextNode): RichTextNode {
  let node = inner
  for (let level = 0; level < depth; level++) node = { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] }
  return rich(node)
}

describe('hostile text', () => {
  it('nested twenty thousand times is compared and ends nothing', () => {
    const changes = compareRichText(nested(20_000, p('dypt her nede')), nested(20_000, p('dypt der nede')))
    expect(runsOf(changes)).toBe('dypt [-her-][+der+] nede')
    let attrs: unknown = 1
    for (let level = 0; level < 20_000; level++) attrs = { attrs }
    expect(compareRichText(rich({ ...p('a'), attrs: { attrs } }), rich(p('a')))).toHaveLength(1)
  })
  it('of many words in nothing like the same order is given back too: without its bounds this would take minutes and all memory', () => {
    const random = seeded(7)
    const many = (): string => Array.from({ length: 100_000 }, () => `ord${random.below(50)}`).join(' ')
    const [before, after] = [many(), many()]
    const runs = compareLines(lineOf(before), lineOf(after))
    expect(side(runs, 'inserted') === before && side(runs, 'deleted') === after).toBe(true)
  })
  it('of many paragraphs none of which are alike is bounded too', () => {
    const random = seeded(8)
    const many = (): RichTextNode => rich(...Array.from({ length: 2_000 }, () => p(`${random.next()} ${random.next()}`)))
    const changes = compareRichText(many(), many())
    expect(changes).toHaveLength(4_000)
  })
})

describe('the largest behovsmelding', () => {
  it('is given back whole, field by field', () => {
    const random = seeded(3)
    for (const item of largeValues(3)['tiltak'] as readonly { readonly values: Readonly<Record<string, RichTextNode>> }[]) {
      for (const value of Object.values(item.values)) if (typeof value === 'object' && value.type === 'doc') expectWhole(value, edited(random, value), 'seed 3')
    }
  })
})
