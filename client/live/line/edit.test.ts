import { describe, expect, it } from 'vitest'
import { seeded, seedOfRun } from '../testing/random.ts'
import { editBetween, isBoundary } from './edit.ts'

describe('the smallest edit between two lines', () => {
  it.each([
    ['', 'a', 1, { index: 0, remove: 0, insert: 'a' }],
    ['ab', 'axb', 2, { index: 1, remove: 0, insert: 'x' }],
    ['barnehage', 'barnehagen', 10, { index: 9, remove: 0, insert: 'n' }],
    ['en to tre', 'en tre', 3, { index: 3, remove: 3, insert: '' }],
    ['aaa', 'aaaa', 2, { index: 1, remove: 0, insert: 'a' }],
    ['aaa', 'aa', 1, { index: 1, remove: 1, insert: '' }],
    ['en to', 'en fem', 6, { index: 3, remove: 2, insert: 'fem' }],
    ['abc', 'xyz', 3, { index: 0, remove: 3, insert: 'xyz' }],
    ['abc', '', 0, { index: 0, remove: 3, insert: '' }],
  ])('from "%s" to "%s" with the caret at %i', (before, after, caret, edit) => {
    expect(editBetween(before, after, caret)).toEqual(edit)
  })

  it('is none when they are equal', () => {
    expect(editBetween('like', 'like', 2)).toBeNull()
  })

  it('replaces a whole emoji although half of its units are the same', () => {
    expect(editBetween('a😀b', 'a😁b', 3)).toEqual({ index: 1, remove: 2, insert: '😁' })
  })

  it('does not part a letter from its combining mark', () => {
    expect(editBetween('cafe\u0301', 'cafe\u0300', 5)).toEqual({ index: 3, remove: 2, insert: 'e\u0300' })
    expect(editBetween('cafe', 'cafe\u0301', 5)).toEqual({ index: 3, remove: 1, insert: 'e\u0301' })
  })

  it('always makes the one out of the other, on whole characters', () => {
    const seed = seedOfRun()
    const random = seeded(seed)
    const letters = ['a', 'a', 'b', 'æ', 'e\u0301', '😀', '👩‍👧', 'č', ' ']
    const word = (): string => Array.from({ length: Math.floor(random() * 7) }, () => letters[Math.floor(random() * letters.length)] ?? '').join('')
    for (let round = 0; round < 3_000; round += 1) {
      const [before, after] = [word(), word()]
      const edit = editBetween(before, after, Math.floor(random() * (after.length + 1)))
      if (edit === null) {
        expect(after, `seed ${seed}`).toBe(before)
        continue
      }
      expect(before.slice(0, edit.index) + edit.insert + before.slice(edit.index + edit.remove), `seed ${seed}`).toBe(after)
      expect(isBoundary(before, edit.index) && isBoundary(before, edit.index + edit.remove), `seed ${seed}: "${before}" to "${after}"`).toBe(true)
    }
  })
})
