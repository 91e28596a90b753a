import { describe, expect, it } from 'vitest'
import { expected, fieldCases } from './cases.ts'
import { fieldReasons, formatAccount, formatAmount, formatDate, formatInteger, formatOrganisation, formatPercentage, formatPhone, largestAmount, parseAmount } from './index.ts'

describe.each(fieldCases)('a text where a value of the kind $kind is asked for', ({ parse, cases }) => {
  it.each(cases.map(one => ({ ...one, one })))('"$text" is read as $value $reason', ({ one }) => {
    expect(parse(one.text)).toEqual(expected(one))
  })
})

describe('the list of reasons', () => {
  it('is closed and used: every reason has a case', () => {
    const used = new Set(fieldCases.flatMap(kind => kind.cases.map(one => one.reason)).filter(reason => reason !== undefined))
    expect([...used].toSorted()).toEqual(fieldReasons.toSorted())
  })
})

describe('what is shown', () => {
  it('has hard spaces between thousands, and is read back', () => {
    expect(formatAmount(320000)).toBe('320\u00A0000')
    expect(formatAmount(1000)).toBe('1\u00A0000')
    expect(formatInteger(12)).toBe('12')
    for (const kroner of [0, 7, 999, 1000, 1234567, largestAmount]) expect(parseAmount(formatAmount(kroner))).toEqual({ ok: true, value: kroner })
  })

  it('groups digits as people in Norway read them', () => {
    expect(formatOrganisation('974760673')).toBe('974\u00A0760\u00A0673')
    expect(formatAccount('76940512057')).toBe('7694.05.12057')
    expect(formatPhone('+4740000000')).toBe('400 00 000')
    expect(formatPhone('+4722000000')).toBe('22 00 00 00')
    expect(formatPhone('+4680000000')).toBe('+4680000000')
    expect(formatPercentage(12.5)).toBe('12,5\u00A0%')
  })

  it('names months in the reader’s language', () => {
    expect(['nb', 'nn', 'en'].map(language => formatDate('2026-02-01', language === 'nn' ? 'nn' : language === 'en' ? 'en' : 'nb')))
      .toEqual(['1. februar 2026', '1. februar 2026', '1 February 2026'])
  })
})
