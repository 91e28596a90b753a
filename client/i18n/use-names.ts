import type { Role, State } from '@samskriv/shared/access'
import { format, messages } from '@samskriv/shared/i18n'
import { useMemo } from 'react'
import type { Failure } from '../api/index.ts'
import { useLanguage, useText } from './use-text.ts'

/** Names that all of Samskriv shares, in the language of the page. */
export interface Names {
  role(role: Role): string
  /** What a role lets one do, in a sentence. */
  roleMeans(role: Role): string
  state(state: State): string
  /** Why something did not come about, in a sentence. */
  failure(failure: Failure): string
}

/** Roles, states and refusals in words. */
export function useNames (): Names {
  const language = useLanguage()
  const t = useText('shell')
  return useMemo(() => {
    const texts = messages[language]
    const means: Readonly<Record<Role, string>> = {
      eier: t('meansEier'), uh: t('meansUh'), tillitsvalgt: t('meansTillitsvalgt'), leser: t('meansLeser'),
    }
    return {
      role: role => texts.role[role],
      roleMeans: role => means[role],
      state: state => texts.state[state],
      failure ({ code, facts }) {
        if (code === 'unreachable') return t('unreachable')
        return format(language, texts.refusal[code], facts)
      },
    }
  }, [language, t])
}
