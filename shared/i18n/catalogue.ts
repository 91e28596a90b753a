import type { Language } from '../base/index.ts'
import type { Finding } from '../rules/index.ts'
import { labelAt, type Template } from '../template/index.ts'
import { en } from './en.ts'
import { format } from './format.ts'
import type { Messages } from './message.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'

/** Every text that more than one side needs, by language. */
export const messages: Readonly<Record<Language, Messages>> = { nb, nn, en }

/** A finding in words: what was found, and for a text that is no answer, why. */
export function findingText (language: Language, template: Template, finding: Finding): string {
  const texts = messages[language]
  const found = format(language, texts.finding[finding.code], { ...finding.facts, label: labelAt(template, finding.key, language) })
  const why = Object.entries(texts.field).find(([reason]) => reason === finding.facts.reason)?.[1]
  return why === undefined ? found : `${found} ${format(language, why)}`
}
