import type { Language } from '@samskriv/shared/base'
import { createInstance } from 'i18next'
import { stored, store } from '../ui/storage.ts'
import { fetchTexts, firstTexts, preferredLanguage, type Namespace, type TextKey } from './catalogue.ts'

/** What a text needs to know: `count` chooses between one and many; numbers are written as the language writes them. */
export type Facts = Readonly<Record<string, string | number>>

/** Gives the text for a key. */
export type Translate<N extends Namespace> = (key: TextKey<N>, facts?: Facts) => string

const storageKey = 'samskriv.language'

const texts = createInstance()
// With no backend `init` does its work at once; its promise has nothing to wait for.
void texts.init({
  lng: 'nb',
  fallbackLng: 'nb',
  resources: { nb: { shell: firstTexts } },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
})

// React asks a promise it meets by this field; without it, texts that are here would cost one more turn, and a blink.
function settled (promise: Promise<void>): Promise<void> {
  return Object.assign(promise, { status: 'fulfilled', value: undefined })
}

const watchers = new Set<() => void>()
const loading = new Map<string, Promise<void>>([['nb/shell', settled(Promise.resolve())]])
const inUse = new Set<Namespace>(['shell'])
let language: Language = 'nb'
let isStarted = false

/** The language the page is in now. */
export function currentLanguage (): Language { return language }

/** Calls back when the language has changed. Gives the stop. */
export function watchLanguage (changed: () => void): () => void {
  watchers.add(changed)
  return () => { watchers.delete(changed) }
}

async function bring (of: Language, namespace: Namespace): Promise<void> {
  texts.addResourceBundle(of, namespace, await fetchTexts(of, namespace))
}

/** Brings a file of texts here, once. The same promise for the same file, unless it failed. */
export function loadTexts (of: Language, namespace: Namespace): Promise<void> {
  inUse.add(namespace)
  const key = `${of}/${namespace}`
  const running = loading.get(key)
  if (running !== undefined) return running
  const started = bring(of, namespace)
  loading.set(key, started)
  started.then(() => settled(started), () => { loading.delete(key) })
  return started
}

/** Brings texts here before anything asks for them, in the language the page has or is about to have. Rejects when they cannot be reached. */
export async function preloadTexts (...namespaces: readonly Namespace[]): Promise<void> {
  const wanted = isStarted ? language : preferredLanguage(stored(storageKey), navigator.languages)
  await Promise.all(namespaces.map(namespace => loadTexts(wanted, namespace)))
}

/**
 * Changes the language of the page once everything in use is here, so that nothing blinks away. Gives false, and changes
 * nothing, when the texts could not be fetched.
 */
export async function changeLanguage (next: Language): Promise<boolean> {
  try {
    await Promise.all([...inUse].map(namespace => loadTexts(next, namespace)))
  } catch {
    return false
  }
  language = next
  document.documentElement.lang = next
  store(storageKey, next)
  for (const changed of watchers) changed()
  return true
}

/** Starts in the language chosen on this machine, or as `preferredLanguage` says; bokmål when its texts cannot be fetched. */
export async function startLanguage (): Promise<void> {
  const wanted = preferredLanguage(stored(storageKey), navigator.languages)
  if (wanted !== 'nb') await changeLanguage(wanted)
  else document.documentElement.lang = 'nb'
  isStarted = true
}

/** Whether a language was chosen on this machine, rather than guessed from the browser. */
export function languageIsChosen (): boolean { return stored(storageKey) !== null }

/** The texts of a namespace in a language, which must be here already. */
export function translator<N extends Namespace> (of: Language, namespace: N): Translate<N> {
  const translate = texts.getFixedT(of, namespace)
  const number = numberFormat(of)
  return (key, facts) => {
    const written: Record<string, string | number> = {}
    for (const [name, fact] of Object.entries(facts ?? {})) {
      written[name] = typeof fact === 'number' && name !== 'count' ? number.format(fact) : fact
    }
    return translate(key as string, written)
  }
}

/** Numbers as a language writes them. Nynorsk borrows bokmål's where the browser has none of its own. */
export function numberFormat (of: Language): Intl.NumberFormat {
  return new Intl.NumberFormat(localesOf(of))
}

/** What to hand to `Intl`, best first. */
export function localesOf (of: Language): string[] {
  return of === 'en' ? ['en-GB'] : [of, 'nb']
}
