import type { AtomicField } from '@samskriv/shared/field'
import { describe, expect, it } from 'vitest'
import { oneLine } from './one-line.ts'
import { shownValue, storedValue, troubleOf } from './shown.ts'

const label = { nb: 'a', nn: 'a', en: 'a' }
const amount: AtomicField = { kind: 'amount', id: 'a', label }
const percentage: AtomicField = { kind: 'percentage', id: 'p', label }
const date: AtomicField = { kind: 'date', id: 'd', label }

describe('what is typed in an amount, a percentage or a date', () => {
  it('is stored as a value and shown as the form writes it', () => {
    expect(storedValue(amount, ' 330.000,- ')).toBe(330000)
    expect(storedValue(amount, 'Kr 50 000')).toBe(50000)
    expect(shownValue(amount, 330000, 'nb')).toBe('330\u00A0000')
    expect(shownValue(percentage, 12.5, 'nb')).toBe('12,5\u00A0%')
    expect(storedValue(date, '1. februar 2026')).toBe('2026-02-01')
    expect(shownValue(date, '2026-02-01', 'nn')).toBe('1. februar 2026')
  })

  it('is kept as it was written when it cannot be read, with the reason', () => {
    const stored = storedValue(amount, ' 466 tusen ')
    expect(stored).toEqual({ unread: '466 tusen' })
    expect(shownValue(amount, stored, 'nb')).toBe('466 tusen')
    expect(troubleOf(amount, stored)).toBe('not-a-number')
    expect(troubleOf(amount, storedValue(amount, '10 (+6)'))).toBe('several-numbers')
    expect(troubleOf(amount, 10)).toBeNull()
  })

  it('is no answer when there is nothing but blanks', () => {
    expect(storedValue(amount, ' \u00A0 ')).toBeUndefined()
    expect(shownValue(amount, undefined, 'nb')).toBe('')
  })
})

it('makes one line of what is pasted in several', () => {
  expect(oneLine(' Nordvik\r\n\r\n  og Sørvik \n')).toBe('Nordvik og Sørvik')
})
