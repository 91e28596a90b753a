import type { Language } from '../base/index.ts'
import { plainNumberText } from './number.ts'
import { type Parsed, parsed, unparsed } from './reason.ts'

// The first three letters tell every month in bokmål, nynorsk and English apart.
const months: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, mai: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, des: 12, dec: 12,
}
const monthNames = /^(?:januar|january|jan|februar|february|feb|mars|march|mar|april|apr|mai|may|juni|june|jun|juli|july|jul|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|desember|december|des|dec)$/

type Parts = readonly [year: number, month: number, day: number]

function partsOf (text: string): Parts | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso !== null) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  const numeric = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text)
  if (numeric !== null) return [Number(numeric[3]), Number(numeric[2]), Number(numeric[1])]
  const named = /^(\d{1,2})\.? ([a-z]+)\.? (\d{4})$/i.exec(text)
  const name = named?.[2]?.toLowerCase() ?? ''
  const month = monthNames.test(name) ? months[name.slice(0, 3)] : undefined
  return named === null || month === undefined ? null : [Number(named[3]), month, Number(named[1])]
}

const two = (part: number): string => String(part).padStart(2, '0')

function exists ([year, month, day]: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Reads a day as `YYYY-MM-DD` from `1. februar 2026`, `01.02.2026` or ISO. Years of two digits and slashes are refused: nobody can tell what they mean. */
export function parseDate (text: string): Parsed<string> {
  const plain = plainNumberText(text)
  if (plain === '') return unparsed('empty')
  const parts = partsOf(plain)
  if (parts === null) return unparsed('not-a-date')
  if (!exists(parts) || parts[0] < 1000) return unparsed('no-such-day')
  return parsed(`${parts[0]}-${two(parts[1])}-${two(parts[2])}`)
}

const locale: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** A day (`YYYY-MM-DD`) in words: `1. februar 2026`. */
export function formatDate (day: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
