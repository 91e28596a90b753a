import { Heading } from '@digdir/designsystemet-react'
import type { AuthorsView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { personColor } from '../editor/person-color.ts'
import { useNames, useText } from '../i18n/index.ts'
import { percentsOf, sharesOf } from './shares.ts'
import type { WriterOf } from './writers.ts'

/** Who wrote, how much, and in which colour; choosing one shows only that one's words in colour. */
export function Legend ({ view, writerOf, chosen, onChoose }: { readonly view: AuthorsView, readonly writerOf: WriterOf, readonly chosen: number | null, readonly onChoose: (who: number | null) => void }): ReactNode {
  const t = useText('authors')
  const names = useNames()
  const percents = percentsOf(sharesOf(Object.values(view.authorship.texts)))
  const roleOf = (who: number): string | null => {
    const author = view.authorship.authors[who]
    const role = author?.how === 'wrote' ? view.people.find(person => person.id === author.personId)?.role ?? null : null
    return role === null ? null : names.role(role)
  }
  return (
    <section className='ss-wrote-legend' aria-labelledby='ss-hvem-legend'>
      <Heading level={2} data-size='2xs' id='ss-hvem-legend'>{t('legend')}</Heading>
      <p className='ss-quiet'>{t('legendHint')}</p>
      <ul>
        {percents.map(({ who, percent }) => {
          const writer = writerOf(who)
          return (
            <li key={who}>
              <button type='button' aria-pressed={chosen === who} onClick={() => { onChoose(chosen === who ? null : who) }}>
                <span className='ss-wrote-dot' data-how={writer.how} data-person={writer.color === null ? undefined : personColor(writer.color)} aria-hidden='true' />
                <span><span className='ss-wrote-name'>{writer.name}</span>{' '}
                  <span className='ss-quiet'>{[roleOf(who), writer.how === 'unknown' ? t('unknownWhy') : null, percent === 0 ? t('shareSmall') : t('share', { percent })].filter(part => part !== null).join(' · ')}</span></span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
