import { describe, expect, it } from 'vitest'
import { compareText } from './index.ts'

describe('two short texts', () => {
  it.each([
    ['Språkmiljø i barnehagen', 'Språkmiljø og lek i barnehagen', 'Språkmiljø +og lek +i barnehagen'],
    ['Lese og skrive i skolen', 'Lese i skolen', 'Lese -og skrive -i skolen'],
    ['Vurdering for læring', 'Vurdering av læring', 'Vurdering -for-+av+ læring'],
    ['Ledelse', 'Psykososialt miljø', null],
    ['Ledelse', 'Ledelse av et langt løp over flere år', null],
    ['', 'Ledelse', null],
    ['Ledelse', '', null],
  ])('%j → %j: %j', (before, after, shown) => {
    const runs = compareText(before, after)
    expect(runs?.map(({ kind, text }) => kind === 'same' ? text : kind === 'inserted' ? `+${text}+` : `-${text}-`).join('') ?? null).toBe(shown)
  })
})
