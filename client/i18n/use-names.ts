import type { Role, State } from '@samskriv/shared/access'
import type { Basis, Party } from '@samskriv/shared/api'
import { messages, refusalText } from '@samskriv/shared/i18n'
import { useMemo } from 'react'
import type { Failure } from '../api/index.ts'
import { useLanguage, useText } from './use-text.ts'

/** Names that all of Samskriv shares, in the language of the page. */
export interface Names {
  role(role: Role): string
  /** What a role lets one do, in a sentence. */
  roleMeans(role: Role): string
  state(state: State): string
  /** A party of a discussion. */
  party(party: Party): string
  /** The agreement a stance or a party rests on. */
  basis(basis: Basis): string
  /** Whose agreement that is. */
  basisSide(basis: Basis): string
  /** Why something did not come about, in a sentence. */
  failure(failure: Failure): string
}

const isUnreachable = (failure: Failure): failure is Extract<Failure, { readonly code: 'unreachable' }> => failure.code === 'unreachable'

/** Roles, states, parties, what they rest on, and refusals in words. */
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
      party: party => texts.party[party],
      basis: basis => texts.basis[basis],
      basisSide: basis => texts.basisSide[basis],
      failure: failure => isUnreachable(failure) ? t('unreachable') : refusalText(language, failure),
    }
  }, [language, t])
}
