import type { Language } from '../base/index.ts'
import type { Finding } from '../rules/index.ts'
import { labelAt, placeOf, type Template } from '../template/index.ts'
import { en } from './en.ts'
import { format } from './format.ts'
import type { Messages } from './message.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'

/** Every text that more than one side needs, by language. */
export const messages: Readonly<Record<Language, Messages>> = { nb, nn, en }

// The heading of the column a finding is about; empty when it is about none.
function columnLabel (language: Language, template: Template, finding: Finding): string {
  const table = placeOf(template, finding.key)?.fields.find(field => field.kind === 'fixedTable')
  return table?.columns.find(column => column.id === finding.facts.column)?.label[language] ?? ''
}

/** A finding in words: what was found, and for a text that is no answer, why. */
export function findingText (language: Language, template: Template, finding: Finding): string {
  const texts = messages[language]
  const found = format(language, texts.finding[finding.code], { ...finding.facts, label: labelAt(template, finding.key, language), columnLabel: columnLabel(language, template, finding) })
  const why = Object.entries(texts.field).find(([reason]) => reason === finding.facts.reason)?.[1]
  return why === undefined ? found : `${found} ${format(language, why)}`
}
