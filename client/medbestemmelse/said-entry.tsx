import { Tag } from '@digdir/designsystemet-react'
import type { StanceView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { StaticText } from '../editor/static-text.tsx'
import { useFormat, useNames, useText } from '../i18n/index.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { usePerson } from './round-people.ts'
import { StanceTag } from './stance-tag.tsx'
import '../editor/editor.css'
import './said.css'

// A statement has no images: there is nowhere to get one from.
const noImages = (): string => ''

/** A stance as given. `level`: of the heading over the statement. */
export interface SaidEntryProps { readonly stance: StanceView, readonly level: 3 | 4 }

/** One stance with all that belongs to it: who, for whom, on what basis, about which version, when, and the statement. */
export function SaidEntry ({ stance, level }: SaidEntryProps): ReactNode {
  const t = useText('medbestemmelse')
  const format = useFormat()
  const names = useNames()
  const { by, statement, withdrawnAt } = stance
  const { color, self } = usePerson(by.personId)
  const Head = level === 3 ? 'h3' : 'h4'
  return (
    <article className='ss-said' data-withdrawn={withdrawnAt !== undefined || undefined} aria-label={t('saidBy', { who: by.name, n: stance.version })}>
      <div className='ss-said-head'>
        <PersonAvatar name={by.name} color={color} />
        <div className='ss-said-who'>
          <p className='ss-said-name'>{by.name}{self ? <span className='ss-quiet'> {t('you')}</span> : null}</p>
          <p className='ss-quiet'>{stance.union} · {names.basis(stance.basis)}</p>
        </div>
        <StanceTag stance={stance.stance} />
      </div>
      {statement === null ? null : (
        <div className='ss-statement'>
          <Head className='ss-statement-title'>{t('statement')}</Head>
          <div className='ss-rich__text ss-rich__text--still'><StaticText node={statement} imageAddress={noImages} /></div>
        </div>
      )}
      <p className='ss-said-facts'>
        {withdrawnAt === undefined ? null : <Tag data-size='sm' data-color='neutral'>{t('withdrawn', { when: format.moment(withdrawnAt) })}</Tag>}
        {stance.late === true ? <Tag data-size='sm' data-color='neutral'>{t('late')}</Tag> : null}
        <span>{t('aboutVersion', { n: stance.version })}</span>
        <time dateTime={stance.at}>{format.moment(stance.at)}</time>
      </p>
    </article>
  )
}
