import { Button, Heading, Link as StyledLink, Paragraph } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import { pagePath } from '@samskriv/shared/api'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { auditCsvAddress } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Loading } from '../route/loading.tsx'
import { NotFound } from '../route/not-found.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { useTitle } from '../ui/use-title.ts'
import { ChainLine } from './chain-line.tsx'
import { EntryRow, entryId } from './entry-row.tsx'
import { Filters, nothingChosen } from './filters.tsx'
import { queryOf } from './query.ts'
import { useAudit, type AuditHere } from './use-audit.ts'
import '../ui/rows.css'
import './audit.css'

function Entries ({ log, withTitle }: { readonly log: AuditHere, readonly withTitle: boolean }): ReactNode {
  const t = useText('audit')
  const { page, entries } = log
  const before = useRef<number | null>(null)
  // The button may be gone once the last are here: the focus goes on to what it brought.
  useEffect(() => {
    const first = before.current === null ? undefined : entries[before.current]
    if (first === undefined) return
    before.current = null
    document.getElementById(entryId(first.number))?.focus()
  }, [entries])
  if (entries.length === 0) return <Paragraph className='ss-quiet'>{t('none')}</Paragraph>
  return (
    <>
      <ol className='ss-audit-list' reversed aria-label={t('list')} aria-busy={log.busy}>
        {entries.map(entry => <EntryRow key={entry.number} entry={entry} withTitle={withTitle} />)}
      </ol>
      {(page?.next ?? null) === null ? null : (
        <Button variant='secondary' data-size='sm' className='ss-audit-more' loading={log.busy} onClick={() => { before.current = entries.length; log.more() }}>{t('more')}</Button>
      )}
    </>
  )
}

/** The audit log of a behovsmelding for its eier, or (null) of the whole installation for an administrator. */
export function AuditLogPage ({ behovsmelding }: { readonly behovsmelding: string | null }): ReactNode {
  const t = useText('audit')
  const [chosen, setChosen] = useState(nothingChosen)
  const query = useMemo(() => queryOf(chosen), [chosen])
  const log = useAudit(behovsmelding, query)
  const { page, failure, again } = log
  const title = page === null ? t('title') : page.title === null ? t('titleAll') : t('titleOf', { title: page.title })
  useTitle(title)
  if (failure?.code === 'not-allowed' || failure?.code === 'not-found') return <NotFound />
  if (page === null) return failure === null ? <Loading /> : <Unreachable failure={failure} onRetry={again} />
  return (
    <div className='ss-audit'>
      {behovsmelding === null ? null : <StyledLink asChild><Link href={pagePath.behovsmelding(behovsmelding)}>{t('back')}</Link></StyledLink>}
      <div className='ss-audit-head'>
        <Heading level={1} data-size='md'>{title}</Heading>
        <Paragraph className='ss-quiet'>{t('lead')}</Paragraph>
      </div>
      <ChainLine chain={page.chain} />
      <Filters page={page} chosen={chosen} onChoose={setChosen} />
      <FailureAlert failure={failure} />
      <div className='ss-audit-count'>
        <output>{t('shown', { count: page.total })}</output>
        <Button asChild variant='secondary' data-size='sm'>
          <a href={auditCsvAddress(behovsmelding, query)} download><DownloadIcon aria-hidden='true' />{t('csv')}</a>
        </Button>
      </div>
      <Entries log={log} withTitle={behovsmelding === null} />
    </div>
  )
}
