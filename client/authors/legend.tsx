import { Heading } from '@digdir/designsystemet-react'
import type { AuthorsView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import { headingId, placesOf, type SectionEntries } from './entries.ts'
import { percentsOf, sharesOf } from './shares.ts'
import { WriterDot } from './writer-dot.tsx'
import type { WriterOf } from './writers.ts'

/** Who wrote, with choosing one of them. */
export interface LegendProps {
  readonly view: AuthorsView
  readonly sections: readonly SectionEntries[]
  readonly writerOf: WriterOf
  readonly chosen: number | null
  readonly onChoose: (who: number | null) => void
}

function Places ({ view, sections, writerOf, who }: Omit<LegendProps, 'chosen' | 'onChoose'> & { readonly who: number }): ReactNode {
  const t = useText('authors')
  const label = who < 0 ? t('unknownPlaces') : t('placesOf', { who: writerOf(who).name })
  return (
    <nav className='ss-wrote-places' aria-label={label}>
      <p>{label}:</p>
      <ul>{placesOf(sections, view.authorship, who).map(({ id, title }) => <li key={id}><a className='ds-link' href={`#${headingId(id)}`}>{title}</a></li>)}</ul>
    </nav>
  )
}

/** Who wrote, how much, and in which colour; choosing one shows only that one's words in colour, and where they are. */
export function Legend (props: LegendProps): ReactNode {
  const { view, writerOf, chosen, onChoose } = props
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
      <ul className='ss-wrote-people'>
        {percents.map(({ who, percent }) => {
          const writer = writerOf(who)
          return (
            <li key={who}>
              <button type='button' aria-pressed={chosen === who} onClick={() => { onChoose(chosen === who ? null : who) }}>
                <WriterDot writer={writer} />
                <span><span className='ss-wrote-name'>{writer.name}</span>{' '}
                  <span className='ss-quiet'>{[roleOf(who), writer.how === 'unknown' ? t('unknownWhy') : null, percent === 0 ? t('shareSmall') : t('share', { percent })].filter(part => part !== null).join(' · ')}</span></span>
              </button>
            </li>
          )
        })}
      </ul>
      {chosen === null ? null : <Places {...props} who={chosen} />}
    </section>
  )
}
