import { Button, Heading, Tag } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import { pagePath, type MedbestemmelseView, type RoundView } from '@samskriv/shared/api'
import { useId, type ReactNode } from 'react'
import { Link } from 'wouter'
import { protokollAddress } from '../api/index.ts'
import { shortHash } from '../frozen/hash.ts'
import { useFormat, useLanguage, useText } from '../i18n/index.ts'
import { useNow } from '../ui/use-now.ts'
import { AskedList } from './asked-list.tsx'
import { DeadlineMoved } from './deadline-moved.tsx'
import { useRoundWords } from './use-words.ts'
import '../frozen/versions-panel.css'
import '../people/members-panel.css'
import './panel.css'

/** A round in the panel. `children`: what one can do with it, and what has happened since. */
export interface RoundCardProps {
  readonly view: MedbestemmelseView
  readonly round: RoundView
  readonly children?: ReactNode
}

/** The files of a protokoll, each called by name. */
export function ProtokollFiles ({ behovsmelding, round }: { readonly behovsmelding: string, readonly round: number }): ReactNode {
  const t = useText('medbestemmelse')
  const language = useLanguage()
  const file = (format: 'docx' | 'pdf', label: string): ReactNode => (
    <Button asChild variant='tertiary' data-color='neutral' data-size='sm'>
      <a href={protokollAddress(behovsmelding, round, format, language)} download><DownloadIcon aria-hidden='true' />{label}<span className='ss-unseen'> {t('ofProtokoll', { n: round })}</span></a>
    </Button>
  )
  return <>{file('docx', t('docx'))}{file('pdf', t('pdf'))}</>
}

/** A protokoll: its page and its files. */
export function ProtokollLinks ({ behovsmelding, round }: { readonly behovsmelding: string, readonly round: number }): ReactNode {
  const t = useText('medbestemmelse')
  return (
    <div className='ss-round-actions'>
      <Button asChild variant='secondary' data-size='sm'><Link href={pagePath.protokoll(behovsmelding, round)}>{t('protokoll')}<span className='ss-unseen'> {t('ofRound', { n: round })}</span></Link></Button>
      <ProtokollFiles behovsmelding={behovsmelding} round={round} />
    </div>
  )
}

/** One round: on which version, until when, who says what and who is missing. */
export function RoundCard ({ view, round, children }: RoundCardProps): ReactNode {
  const t = useText('medbestemmelse')
  const format = useFormat()
  const words = useRoundWords()
  const now = useNow()
  const id = useId()
  const { number, version, closedAt } = round
  return (
    <article className='ss-round' data-open={closedAt === undefined || undefined} aria-labelledby={id}>
      <div className='ss-round-head'>
        <Heading level={3} data-size='2xs' id={id}>{t('roundOn', { n: number, version })}</Heading>
        {closedAt === undefined ? <Tag data-size='sm' data-color='warning'>{t('isOpen')}</Tag> : <Tag data-size='sm' data-color='neutral'>{t('isClosed')}</Tag>}
      </div>
      <p className='ss-round-small'>
        {closedAt === undefined ? words.deadline(round.deadline, now) : t(round.closedByLock === true ? 'closedByLock' : 'closedBy', { who: round.closedBy?.name ?? '', when: format.date(closedAt) })}
      </p>
      {closedAt === undefined ? <DeadlineMoved round={round} /> : null}
      {round.note === '' ? null : <blockquote className='ss-version-reason'>{round.note}</blockquote>}
      <AskedList view={view} round={round} />
      <p className='ss-round-small ss-quiet'>{t('openedBy', { who: round.openedBy.name, when: format.moment(round.openedAt) })} · <span title={round.hash}>{t('fingerprint', { hash: shortHash(round.hash) })}</span></p>
      {children}
    </article>
  )
}
