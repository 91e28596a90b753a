import type { Language } from '../base/index.ts'
import type { Message } from './message.ts'

const numbers = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 2 })
const plurals: Readonly<Record<Language, Intl.PluralRules>> = {
  nb: new Intl.PluralRules('nb'), nn: new Intl.PluralRules('nn'), en: new Intl.PluralRules('en'),
}

/**
 * Puts facts into a message: `{name}` becomes the fact, numbers with hard spaces between thousands in every language. A
 * fact that is not given leaves `{name}` standing, so that it is seen.
 */
export function format (language: Language, message: Message, facts: Readonly<Record<string, string | number>> = {}): string {
  const chosen = typeof message === 'string' ? message
    : plurals[language].select(Number(facts[message.by])) === 'one' ? message.one : message.other
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined
    return fact === undefined ? whole : typeof fact === 'number' ? numbers.format(fact) : fact
  })
}
