import { isLanguage, type Language } from '@samskriv/shared/base'
import type audit from './nb/audit.json'
import type authors from './nb/authors.json'
import type comment from './nb/comment.json'
import type compare from './nb/compare.json'
import type check from './nb/check.json'
import type delivery from './nb/delivery.json'
import type editor from './nb/editor.json'
import type form from './nb/form.json'
import type list from './nb/list.json'
import type live from './nb/live.json'
import type medbestemmelse from './nb/medbestemmelse.json'
import type people from './nb/people.json'
import type proposal from './nb/proposal.json'
import shell from './nb/shell.json' with { type: 'json' }
import type suggest from './nb/suggest.json'
import type version from './nb/version.json'

/** Every text of the page, by namespace. The bokmål file says which keys there are; a test holds the others to it. */
export interface Catalogues {
  readonly shell: typeof shell
  readonly people: typeof people
  readonly list: typeof list
  readonly proposal: typeof proposal
  readonly live: typeof live
  readonly version: typeof version
  readonly comment: typeof comment
  readonly compare: typeof compare
  readonly medbestemmelse: typeof medbestemmelse
  readonly form: typeof form
  readonly editor: typeof editor
  readonly check: typeof check
  readonly delivery: typeof delivery
  readonly suggest: typeof suggest
  readonly audit: typeof audit
  readonly authors: typeof authors
}

/** A file of texts: what belongs together is loaded together. */
export type Namespace = keyof Catalogues

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

/** The keys of a namespace. `x_one` and `x_other` are asked for as `x`, with the fact `count`. */
export type TextKey<N extends Namespace> = WithoutPlural<Extract<keyof Catalogues[N], string>>

/** The texts of one file. */
export type Texts = Readonly<Record<string, string>>

const files = import.meta.glob<Texts>(['./*/*.json', '!./nb/shell.json'], { import: 'default' })

/** What the first screen needs is part of the first script: no language is further away than bokmål. */
export const firstTexts: Texts = shell

/** Fetches one file of texts. Rejects when it cannot be reached. */
export async function fetchTexts (language: Language, namespace: Namespace): Promise<Texts> {
  if (language === 'nb' && namespace === 'shell') return shell
  const load = files[`./${language}/${namespace}.json`]
  if (load === undefined) throw new Error(`no texts ${language}/${namespace}`)
  return load()
}

/**
 * The language chosen on this machine; else nynorsk where the browser asks for it before bokmål; else bokmål. English is
 * for those who choose it: many a Norwegian office has an English browser, and this is a Norwegian form.
 */
export function preferredLanguage (stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  const norwegian = browser.map(tag => tag.split('-')[0]).find(language => language === 'nn' || language === 'nb' || language === 'no')
  return norwegian === 'nn' ? 'nn' : 'nb'
}
