import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { PackageIcon, PadlockLockedIcon } from '@navikt/aksel-icons'
import { may } from '@samskriv/shared/access'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import { dayInOslo } from '@samskriv/shared/delivery'
import type { VersionMeta } from '@samskriv/shared/version'
import { asking, standingDelivery } from '@samskriv/shared/workflow'
import { type ReactNode } from 'react'
import { lockedVersion } from '../frozen/hash.ts'
import { VersionFiles } from '../frozen/version-item.tsx'
import { useFormat, useText } from '../i18n/index.ts'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { WhyNotButton } from '../ui/why-not-button.tsx'
import { DeliveredBannerSlot } from './delivery-slot.tsx'
import type { Rights } from './use-rights.ts'
import './banners.css'

/** What the banner of a locked or delivered text needs. */
export interface LockedBannerProps {
  readonly view: BehovsmeldingView
  readonly rights: Rights
  readonly onReopen: () => void
  readonly onDeliver: () => void
}

function LockFacts ({ version }: { readonly version: VersionMeta }): ReactNode {
  const t = useText('version')
  const format = useFormat()
  return (
    <>
      <Paragraph data-size='sm'>{t('lockedBy', { who: version.by.name, when: format.moment(version.at) })}</Paragraph>
      {version.suggestions === undefined ? null : <Paragraph data-size='sm'>{t('undecidedLeftOut', { count: version.suggestions })}</Paragraph>}
      {version.differsFrom === undefined ? null : <Paragraph data-size='sm'>{t('differsFrom', { n: version.differsFrom })}</Paragraph>}
      {version.reason === undefined ? null : <Paragraph data-size='sm' className='ss-locked-reason'>{t('lockedReason', { reason: version.reason })}</Paragraph>}
      <Fingerprint hash={version.hash} label={t('hash')} copyLabel={t('copyHash', { n: version.number })} />
    </>
  )
}

// Filled in well enough for the plan to look at the rest, on the day it was locked: what is asked for comes in the window.
const anyFacts = { to: '-', reference: '', language: 'nb' } as const

function Ways ({ view, rights, onReopen, onDeliver, version }: LockedBannerProps & { readonly version: VersionMeta | null }): ReactNode {
  const t = useText('version')
  if (view.role !== 'eier') return null
  const mayDeliver = may(view.role, view.state, 'deliver') && version !== null
  return (
    <div className='ss-locked-ways'>
      {mayDeliver ? (
        <WhyNotButton data-size='sm' whyNot={rights.why(asking.deliver(rights.situation, { version: version.number, on: dayInOslo(Date.parse(version.at)), ...anyFacts }))} onClick={onDeliver}>
          <PackageIcon aria-hidden='true' />{t('deliverDots')}
        </WhyNotButton>
      ) : null}
      <WhyNotButton variant='tertiary' data-size='sm' whyNot={rights.why(asking.reopen)} onClick={onReopen}>{view.state === 'levert' ? t('returnDots') : t('reopenDots')}</WhyNotButton>
    </div>
  )
}

/** That the text is locked: with what, when and by whom, or delivered: to whom; its files; and for the eier the ways on and back. */
export function LockedBanner (props: LockedBannerProps): ReactNode {
  const { view, rights } = props
  const t = useText('version')
  const version = lockedVersion(view.versions)
  const delivery = standingDelivery({ behovsmelding: rights.situation.behovsmelding, deliveries: rights.situation.deliveries })
  if (delivery !== null) {
    return <DeliveredBannerSlot delivery={delivery}>{version === null ? null : <VersionFiles version={version} />}<Ways {...props} version={version} /></DeliveredBannerSlot>
  }
  return (
    <section className='ss-locked' aria-labelledby='ss-locked-title'>
      <span className='ss-locked-mark' aria-hidden='true'><PadlockLockedIcon /></span>
      <div className='ss-locked-what'>
        <Heading level={2} data-size='2xs' id='ss-locked-title'>{version === null ? t('locked') : t('lockedAs', { n: version.number })}</Heading>
        {version === null ? null : <><LockFacts version={version} /><VersionFiles version={version} /></>}
        <Ways {...props} version={version} />
      </div>
    </section>
  )
}
