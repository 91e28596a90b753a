import { languages } from '../base/index.ts'
import type { Option } from '../template/index.ts'
import { type Parsed, parsed, unparsed } from './reason.ts'

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim()

/** Reads one of the options by its label in any language or one of its aliases, whatever the case. Gives its id. */
export function parseChoice (text: string, options: readonly Option[]): Parsed<string> {
  const wanted = plain(text)
  if (wanted === '') return unparsed('empty')
  const option = options.find(one => [...languages.map(language => one.label[language]), ...one.aliases ?? []].some(name => plain(name) === wanted))
  return option === undefined ? unparsed('not-an-option') : parsed(option.id)
}
