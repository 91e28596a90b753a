import { describe, expect, it } from 'vitest'
import { apart, type Placed } from './apart.ts'

const card = (id: string, want: number, height = 50): Placed => ({ id, want, height })

describe('cards beside a text', () => {
  it('stand beside what they are about, and below each other where that is too close', () => {
    expect(apart([card('a', 100), card('b', 120), card('c', 400)], null, 0, 10)).toEqual([100, 160, 400])
  })
  it('make room for the chosen one, upwards and downwards', () => {
    expect(apart([card('a', 100), card('b', 120), card('c', 130)], 'b', 0, 10)).toEqual([60, 120, 180])
  })
  it('leave those alone that are far enough above the chosen one', () => {
    expect(apart([card('a', 10), card('b', 400), card('c', 420)], 'c', 0, 10)).toEqual([10, 360, 420])
  })
  it('never stand above the top: where there is no room above, the chosen one gives way', () => {
    expect(apart([card('a', 0), card('b', 0), card('c', 0)], 'c', 5, 10)).toEqual([5, 65, 125])
  })
  it('never cover each other, whatever is wanted (seed 7)', () => {
    let seed = 7
    const random = (below: number): number => { seed = (seed * 48271) % 2147483647; return seed % below }
    for (let run = 0; run < 300; run++) {
      const cards = Array.from({ length: 1 + random(30) }, (_, index) => card(String(index), random(2000), 20 + random(200))).toSorted((a, b) => a.want - b.want)
      const chosen = random(3) === 0 ? null : String(random(cards.length))
      const tops = apart(cards, chosen, 0, 10)
      for (const [index, y] of tops.entries()) {
        const before = index === 0 ? 0 : (tops[index - 1] ?? 0) + (cards[index - 1]?.height ?? 0) + 10
        expect(y, `run ${run}, card ${index}`).toBeGreaterThanOrEqual(before)
      }
    }
  })
})
