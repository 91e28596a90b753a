import type { AuthorsView } from '@samskriv/shared/api'
import { useMemo } from 'react'
import { useText } from '../i18n/index.ts'

/** Somebody in the list of authors, as the page shows them. `color` null: nobody knows who it was. */
export interface Writer { readonly who: number, readonly name: string, readonly color: number | null, readonly how: 'wrote' | 'brought' | 'unknown' }

/** Gives the writer a stretch belongs to. */
export type WriterOf = (who: number) => Writer

/** Names and colours of those who wrote. */
export function useWriters ({ authorship, people }: AuthorsView): WriterOf {
  const t = useText('authors')
  return useMemo(() => {
    const unknown: Writer = { who: -1, name: t('unknown'), color: null, how: 'unknown' }
    const writers = authorship.authors.map(({ personId, how }, who): Writer => {
      const person = people.find(one => one.id === personId)
      const name = person?.name ?? t('former')
      return { who, name: how === 'brought' ? t('brought', { who: name }) : name, color: person?.color ?? 0, how }
    })
    return who => writers[who] ?? unknown
  }, [authorship, people, t])
}
