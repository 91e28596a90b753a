import { describe, expect, it } from 'vitest'
import type { Attendant, Basis, Party } from '../api/index.ts'
import { allBases, basisLines, basisOfPresent, employerViews } from './index.ts'

const there = (...present: readonly Party[]): readonly Attendant[] => present.map(party => ({ name: party, function: '', party, union: '' }))
const said = (union: string, basis: Basis, withdrawnAt?: string): { readonly union: string, readonly basis: Basis, readonly withdrawnAt?: string } => ({ union, basis, ...(withdrawnAt === undefined ? {} : { withdrawnAt }) })
const stances = [said('Et forbund', 'staten', '2026-03-01T00:00:00.000Z'), said('Et forbund', 'ks-b'), said('Et annet', 'ks-b')]

describe('what the parties rest on', () => {
  it('is proposed for each that was there: eier and UH their own agreement, the employees what those whose stance holds said', () => {
    expect(basisOfPresent({ attendants: there('uh', 'arbeidstaker', 'eier', 'eier') }, stances)).toEqual({ eier: ['ks-b'], uh: ['staten'], arbeidstaker: ['ks-b'] })
    expect(basisOfPresent({ attendants: there('uh') }, [])).toEqual({ uh: ['staten'] })
    expect(basisOfPresent({ attendants: there('arbeidstaker') }, [])).toEqual({ arbeidstaker: [] })
  })

  it('is as somebody wrote it down, also when that is nothing; of one that was not there nothing is said', () => {
    expect(basisOfPresent({ attendants: there('eier', 'uh'), basisOf: { eier: [], uh: ['ks-b', 'staten'], arbeidstaker: ['ks-b'] } }, stances)).toEqual({ eier: [], uh: ['ks-b', 'staten'] })
  })

  it('is all of it together, each once', () => {
    expect(allBases({ eier: ['ks-b'], uh: ['staten'], arbeidstaker: ['ks-b', 'staten'] })).toEqual(['ks-b', 'staten'])
    expect(allBases({ eier: [] })).toEqual([])
  })

  it('stands in a protokoll with a line for each party, and for the employees which unions said so', () => {
    expect(basisLines({ bases: ['ks-b', 'staten'], basisOf: { arbeidstaker: ['ks-b', 'staten'], eier: ['ks-b'], uh: [] } }, stances)).toEqual([
      { party: 'eier', bases: [{ basis: 'ks-b', unions: [] }] },
      { party: 'uh', bases: [] },
      { party: 'arbeidstaker', bases: [{ basis: 'ks-b', unions: ['Et forbund', 'Et annet'] }, { basis: 'staten', unions: [] }] },
    ])
  })

  it('stands as it did where it was written down before it was per party, and is what was said where a lock closed the round', () => {
    expect(basisLines({ bases: ['staten'] }, stances)).toEqual([{ party: null, bases: [{ basis: 'staten', unions: [] }] }])
    expect(basisLines(null, stances)).toEqual([{ party: 'arbeidstaker', bases: [{ basis: 'ks-b', unions: ['Et forbund', 'Et annet'] }] }])
    expect(basisLines(null, [])).toEqual([])
  })
})

describe('what eier and UH think', () => {
  it('is said of each that was there, whether or not anything was written down, and of one whose view was written down all the same', () => {
    expect(employerViews({ attendants: there('uh', 'eier', 'arbeidstaker'), views: { uh: 'Vi er med.' } })).toEqual([{ party: 'eier', text: '' }, { party: 'uh', text: 'Vi er med.' }])
    expect(employerViews({ attendants: [], views: { eier: 'Skriftlig.' } })).toEqual([{ party: 'eier', text: 'Skriftlig.' }])
  })

  it('is not spoken of where nobody was asked for it', () => {
    expect(employerViews({ attendants: there('eier') })).toBeNull()
    expect(employerViews(null)).toBeNull()
  })
})
