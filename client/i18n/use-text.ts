import type { Language } from '@samskriv/shared/base'
import { use, useMemo, useSyncExternalStore } from 'react'
import type { Namespace } from './catalogue.ts'
import { currentLanguage, loadTexts, translator, watchLanguage, type Translate } from './texts.ts'

/** The language of the page; renders again when it changes. */
export function useLanguage (): Language {
  return useSyncExternalStore(watchLanguage, currentLanguage)
}

/**
 * The texts of a namespace: `const t = useText('list')`, then `t('title')` or `t('changes', { count: 3 })`. Suspends the
 * first time a namespace is asked for; changing the language later suspends nobody.
 */
export function useText<N extends Namespace> (namespace: N): Translate<N> {
  const language = useLanguage()
  use(loadTexts(language, namespace))
  return useMemo(() => translator(language, namespace), [language, namespace])
}
