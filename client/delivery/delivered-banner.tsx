import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { PackageIcon } from '@navikt/aksel-icons'
import { pagePath } from '@samskriv/shared/api'
import type { DeliveryMeta } from '@samskriv/shared/delivery'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useFormat, useText } from '../i18n/index.ts'
import { PackageHash, PackageLink } from './package-link.tsx'
import '../frozen/versions-panel.css'
import './delivery.css'

/** That the text is delivered: which version, to whom, when and by whom, and the package. `children`: the files of the version, and the way back for the eier. */
export function DeliveredBanner ({ delivery, children }: { readonly delivery: DeliveryMeta, readonly children: ReactNode }): ReactNode {
  const t = useText('delivery')
  const format = useFormat()
  return (
    <section className='ss-locked ss-delivered' aria-labelledby='ss-delivered-title'>
      <span className='ss-locked-mark' aria-hidden='true'><PackageIcon /></span>
      <div className='ss-locked-what'>
        <Heading level={2} data-size='2xs' id='ss-delivered-title'>{t('delivered', { to: delivery.to })}</Heading>
        <Paragraph data-size='sm'>{t('deliveredFacts', { n: delivery.version, when: format.date(delivery.on), who: delivery.by.name })}</Paragraph>
        {delivery.reference === '' ? null : <Paragraph data-size='sm'>{t('referenceIs', { reference: delivery.reference })}</Paragraph>}
        <PackageHash delivery={delivery} />
        <div className='ss-delivered-ways'>
          <PackageLink delivery={delivery} variant='primary' />
          <Link href={pagePath.check} className='ds-link ss-small'>{t('check')}</Link>
        </div>
        {children}
      </div>
    </section>
  )
}

/** That what was delivered came back, why, and by whom it was opened again. */
export function ReturnedBanner ({ delivery }: { readonly delivery: DeliveryMeta }): ReactNode {
  const t = useText('delivery')
  const format = useFormat()
  const { returned } = delivery
  if (returned === undefined) return null
  return (
    <section className='ss-returned' aria-labelledby='ss-returned-title'>
      <Heading level={2} data-size='2xs' id='ss-returned-title'>{t('returnedTitle', { n: delivery.number, version: delivery.version })}</Heading>
      <blockquote className='ss-version-reason'>{returned.reason}</blockquote>
      <Paragraph data-size='sm' className='ss-quiet'>{t('returnedBy', { who: returned.by.name, when: format.moment(returned.at) })}</Paragraph>
    </section>
  )
}
