import { Tag } from '@digdir/designsystemet-react'
import type { AuditEntryView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useFormat, useNames, useText } from '../i18n/index.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { remarks, sentence } from './sentence.ts'

/** Digits of a hash that are shown: enough to compare by eye with the CSV and the command. */
const shownDigits = 8

/** The id of an entry's element, for whoever wants to take the focus there. */
export const entryId = (number: number): string => `hendelse-${number}`

/** One entry. `withTitle`: also which behovsmelding it is about. */
export function EntryRow ({ entry, withTitle }: { readonly entry: AuditEntryView, readonly withTitle: boolean }): ReactNode {
  const t = useText('audit')
  const names = useNames()
  const format = useFormat()
  const { person, behovsmelding, hash } = entry
  return (
    <li id={entryId(entry.number)} tabIndex={-1} className='ss-audit-entry' data-refused={entry.result === 'refused' || undefined}>
      {person === null ? <PersonAvatar name='' /> : <PersonAvatar name={person.name ?? ''} />}
      <div className='ss-audit-what'>
        <p className='ss-audit-sentence'>
          {sentence(t, names.role, entry)}
          {entry.result === 'refused' ? <> <Tag data-size='sm' data-color='warning'>{t('refusedTag')}</Tag></> : null}
        </p>
        {withTitle && behovsmelding !== null ? <p className='ss-audit-remark'>{t('inOne', { title: behovsmelding.title ?? behovsmelding.id })}</p> : null}
        {remarks(t, format.date, entry).map(remark => <p key={remark} className='ss-audit-remark'>{remark}</p>)}
      </div>
      <p className='ss-audit-facts'>
        <span><time dateTime={entry.at}>{format.moment(entry.at)}</time>{entry.role === null ? null : ` · ${names.role(entry.role)}`}</span>
        <span><span className='ss-unseen'>{t('numberHash', { number: entry.number, hash: hash.slice(0, shownDigits) })}</span><span aria-hidden='true' title={hash}>{entry.number} · <code>{hash.slice(0, shownDigits)}</code></span></span>
      </p>
    </li>
  )
}
