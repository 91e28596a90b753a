import { describe, expect, it } from 'vitest'
import { percentsOf, sharesOf, whoAnswered } from './shares.ts'

describe('shares', () => {
  it('are counted over texts, the largest first, what nobody knows last', () => {
    const shares = sharesOf([[[30, 1], [10, -1], [5, 1]], [[150, 0], [5, 2]]])
    expect(percentsOf(shares)).toEqual([{ who: 0, percent: 75 }, { who: 1, percent: 18 }, { who: 2, percent: 3 }, { who: -1, percent: 5 }])
    expect(percentsOf(sharesOf([]))).toEqual([])
  })

  it('of an answer are those of its text, or of the keys it lies under, each once; else nobody is known', () => {
    const authorship = { authors: [], texts: { kort: [[4, 1], [9, 0], [2, 1]] as const }, values: { 'ordninger/a': 0, 'ordninger/b': 1, 'ordninger/c': 0, 'ordningerX': 5, 'sum': 3 } }
    expect(['kort', 'ordninger', 'sum', 'annet'].map(key => whoAnswered(authorship, key))).toEqual([[0, 1], [0, 1], [3], [-1]])
  })
})
