import { store, stored } from './storage.ts'

/** Light, dark, or as the machine has it. */
export const schemes = ['auto', 'light', 'dark'] as const
/** Light, dark, or as the machine has it. */
export type Scheme = (typeof schemes)[number]

// The same key is read by public/boot.js before the first paint.
const storageKey = 'samskriv.scheme'

/** The colours chosen on this machine. */
export function chosenScheme (): Scheme {
  const found = stored(storageKey)
  return schemes.find(scheme => scheme === found) ?? 'auto'
}

/** Shows the page in these colours, now and from now on. */
export function chooseScheme (scheme: Scheme): void {
  document.documentElement.dataset['colorScheme'] = scheme
  store(storageKey, scheme === 'auto' ? null : scheme)
}
