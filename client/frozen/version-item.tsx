import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { ArrowUndoIcon, DownloadIcon } from '@navikt/aksel-icons'
import { pagePath } from '@samskriv/shared/api'
import type { Refusal } from '@samskriv/shared/base'
import type { VersionMeta } from '@samskriv/shared/version'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { versionAddress } from '../api/index.ts'
import { useFormat, useLanguage, useText } from '../i18n/index.ts'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { WhyNotButton } from '../ui/why-not-button.tsx'
import { useVersionName } from './version-name.ts'
import './versions-panel.css'

/** The files of a version, each called by name. */
export function VersionFiles ({ version }: { readonly version: VersionMeta }): ReactNode {
  const t = useText('version')
  const language = useLanguage()
  const file = (format: 'docx' | 'pdf' | 'json', label: string): ReactNode => (
    <Button asChild variant='secondary' data-color='neutral' data-size='sm'>
      <a href={versionAddress(version.behovsmelding, version.number, format, language)} download={format === 'json' ? `${version.behovsmelding}-v${version.number}.json` : true}>
        <DownloadIcon aria-hidden='true' />{label}<span className='ss-unseen'> {t('ofVersion', { n: version.number })}</span>
      </a>
    </Button>
  )
  return <div className='ss-version-files'>{file('docx', t('docx'))}{file('pdf', t('pdf'))}{file('json', t('json'))}</div>
}

/** A version in the list. `whyNotRestore` undefined: this person never may, and sees no button. */
export interface VersionItemProps {
  readonly version: VersionMeta
  readonly whyNotRestore: Refusal | null | undefined
  readonly onRestore: (version: VersionMeta) => void
}

/** One version: its number and why, who and when, its hash, its files, and the ways on from it. */
export function VersionItem ({ version, whyNotRestore, onRestore }: VersionItemProps): ReactNode {
  const t = useText('version')
  const format = useFormat()
  const name = useVersionName()
  const of = <span className='ss-unseen'> {t('ofVersion', { n: version.number })}</span>
  return (
    <li className='ss-version'>
      <Heading level={4} data-size='2xs'>{name(version)}</Heading>
      <Paragraph data-size='sm' className='ss-quiet'>{t('versionBy', { who: version.by.name, when: format.moment(version.at) })}</Paragraph>
      {version.suggestions === undefined ? null : <Paragraph data-size='sm'>{t('undecidedLeftOut', { count: version.suggestions })}</Paragraph>}
      {version.differsFrom === undefined ? null : <Paragraph data-size='sm'>{t('differsFrom', { n: version.differsFrom })}</Paragraph>}
      {version.reason === undefined ? null : <blockquote className='ss-version-reason'>{version.reason}</blockquote>}
      <Fingerprint hash={version.hash} label={t('hash')} copyLabel={t('copyHash', { n: version.number })} />
      <VersionFiles version={version} />
      <div className='ss-version-ways'>
        <Button asChild variant='tertiary' data-size='sm'><Link href={pagePath.compare(version.behovsmelding, version.number, null)}>{t('whatSince')}{of}</Link></Button>
        {whyNotRestore === undefined ? null : (
          <WhyNotButton variant='tertiary' data-size='sm' whyNot={whyNotRestore} onClick={() => { onRestore(version) }}><ArrowUndoIcon aria-hidden='true' />{t('restoreDots')}{of}</WhyNotButton>
        )}
      </div>
    </li>
  )
}
