import { describe, expect, it } from 'vitest'
import type { RichTextNode } from '../../rich-text/index.ts'
import { bullets, p, rich, seeded } from '../../testing/index.ts'
import { editedText, randomText } from '../testing/random-edit.ts'
import { mergeLine } from './line.ts'
import { mergeRichText } from './rich.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

// Each run by itself: a word may stand right before a bold one.
const wordList = (node: RichTextNode): readonly string[] => [...node.text?.match(/[\p{L}\p{N}]+/gu) ?? [], ...(node.content ?? []).flatMap(wordList)]
const wordsOf = (node: RichTextNode): ReadonlySet<string> => new Set(wordList(node))

describe('a line that was changed in two ways', () => {
  it.each([
    ['Nordvik kommune', 'Nordvik og Sør kommune', 'Nordvik kommune', 'Nordvik og Sør kommune'],
    ['Nordvik kommune', 'Nordvik kommune', 'Nordvik kommunen vår', 'Nordvik kommunen vår'],
    ['alle barn i barnehagen', 'alle små barn i barnehagen', 'alle barn i barnehagen vår', 'alle små barn i barnehagen vår'],
    ['ett to', 'ett to fire', 'ett to tre', 'ett to tre fire'],
    ['ett to tre', 'ett tre', 'ett to tre fire', 'ett tre fire'],
    ['ett to', 'ett mitt to', 'ett ditt to', 'ett ditt mitt to'],
    ['(ett)', '(ett)mitt', '(ett)ditt', null],
    ['ett to tre', 'ett TO tre', 'ett zwei tre', null],
    ['ett to tre', 'ett tre', 'ett zwei tre', null],
    ['', 'mitt', 'ditt', null],
  ])('%j → %j, and by now %j: %j', (before, after, current, result) => {
    expect(mergeLine(before, after, current)).toBe(result)
  })
})

describe('a rich text that was changed in two ways', () => {
  const first = p('Vi møtes hver måned i nettverket.')
  const second = p('Lederne melder tilbake til eierne.')
  const merge = (after: RichTextNode, current: RichTextNode): RichTextNode | null => mergeRichText(rich(first, second), after, current)
  it('has both where they go together', () => {
    expect(merge(rich(p('Vi møtes hver uke i nettverket.'), second), rich(first, p('Lederne melder alltid tilbake til eierne.'))))
      .toEqual(rich(p('Vi møtes hver uke i nettverket.'), p('Lederne melder alltid tilbake til eierne.')))
    expect(merge(rich(p('Vi møtes hver uke i nettverket.'), second), rich(p('Vi møtes hver måned i det store nettverket.'), second)))
      .toEqual(rich(p('Vi møtes hver uke i det store nettverket.'), second))
    expect(merge(rich(first, second, p('Mitt.')), rich(first, second, p('Ditt.')))).toEqual(rich(first, second, p('Ditt.'), p('Mitt.')))
    expect(merge(rich(first, second, p('Likt.')), rich(first, second, p('Likt.')))).toEqual(rich(first, second, p('Likt.')))
    expect(merge(rich(second), rich(first, p('Lederne melder alltid tilbake til eierne.')))).toEqual(rich(p('Lederne melder alltid tilbake til eierne.')))
    expect(mergeRichText(null, rich(p('Mitt.')), rich(p('Ditt.')))).toEqual(rich(p('Ditt.'), p('Mitt.')))
    expect(mergeRichText(rich(bullets('en', 'to')), rich(bullets('en', 'to', 'tre')), rich(bullets('en ny', 'to')))).toEqual(rich(bullets('en ny', 'to', 'tre')))
  })
  it('is left to a person where they do not', () => {
    expect(merge(rich(p('Vi møtes hver uke i nettverket.'), second), rich(p('Vi møtes hvert år i nettverket.'), second))).toBeNull()
    expect(merge(rich(second), rich(p('Vi møtes hver uke i nettverket.'), second))).toBeNull()
    expect(merge(rich(p('Noe helt annet står her nå.'), second), rich(p('Og dette ble skrevet imens.'), second))).toBeNull()
  })
  it(`loses no word that either put in, and brings none back that either took away (seed ${seed})`, () => {
    let together = 0
    for (let run = 0; run < 400; run++) {
      const random = seeded(seed + run)
      const before = randomText(random)
      const [after, current] = [editedText(before, random), editedText(before, random)]
      const merged = mergeRichText(before, after, current)
      if (merged === null) continue
      together += 1
      const [was, theirs, ours, both] = [before, after, current, merged].map(wordsOf)
      for (const one of theirs ?? []) if (was?.has(one) === false) expect(both, `${one}, seed ${seed + run}`).toContain(one)
      for (const one of ours ?? []) if (was?.has(one) === false) expect(both, `${one}, seed ${seed + run}`).toContain(one)
      for (const one of was ?? []) if (theirs?.has(one) === false || ours?.has(one) === false) expect(both, `${one}, seed ${seed + run}`).not.toContain(one)
      expect(mergeRichText(before, after, before)).toEqual(after)
      expect(mergeRichText(before, before, current)).toEqual(current)
    }
    expect(together).toBeGreaterThan(200)
  })
})
