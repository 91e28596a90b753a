import { type Parsed, parsed, unparsed } from './reason.ts'

/** Reads yes or no, in bokmål, nynorsk or English. */
export function parseYesNo (text: string): Parsed<boolean> {
  const word = text.trim().toLowerCase().replace(/\.$/, '')
  if (word === '') return unparsed('empty')
  if (['ja', 'yes'].includes(word)) return parsed(true)
  return ['nei', 'no'].includes(word) ? parsed(false) : unparsed('not-yes-no')
}
