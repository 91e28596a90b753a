import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react'
import type { DeliveryMeta } from '@samskriv/shared/delivery'
import { type ReactNode } from 'react'
import { useFormat, useText } from '../i18n/index.ts'
import { PackageHash, PackageLink } from './package-link.tsx'
import '../frozen/versions-panel.css'
import './delivery.css'

type Standing = 'stands' | 'returned' | 'superseded'

/** How it stands with a delivery. `last`: no later one was made. */
export function standingOf (delivery: DeliveryMeta, last: boolean): Standing {
  if (!last) return 'superseded'
  return delivery.returned === undefined ? 'stands' : 'returned'
}

const colors = { stands: 'success', returned: 'warning', superseded: 'neutral' } as const

function DeliveryItem ({ delivery, last }: { readonly delivery: DeliveryMeta, readonly last: boolean }): ReactNode {
  const t = useText('delivery')
  const format = useFormat()
  const standing = standingOf(delivery, last)
  const { returned } = delivery
  return (
    <li className='ss-version'>
      <div className='ss-delivery-head'>
        <Heading level={4} data-size='2xs'>{t('deliveryIs', { n: delivery.number, version: delivery.version })}</Heading>
        <Tag data-size='sm' data-color={colors[standing]}>{{ stands: t('stands'), returned: t('isReturned'), superseded: t('isSuperseded') }[standing]}</Tag>
      </div>
      <Paragraph data-size='sm'>{t('toAndWhen', { to: delivery.to, when: format.date(delivery.on) })}</Paragraph>
      {delivery.reference === '' ? null : <Paragraph data-size='sm'>{t('referenceIs', { reference: delivery.reference })}</Paragraph>}
      <Paragraph data-size='sm' className='ss-quiet'>{t('byAndMoment', { who: delivery.by.name, when: format.moment(delivery.package.at) })}</Paragraph>
      {returned === undefined ? null : (
        <>
          <Paragraph data-size='sm'>{t('returnedBy', { who: returned.by.name, when: format.moment(returned.at) })}</Paragraph>
          <blockquote className='ss-version-reason'>{returned.reason}</blockquote>
        </>
      )}
      <PackageHash delivery={delivery} />
      <div className='ss-version-files'><PackageLink delivery={delivery} variant='secondary' /></div>
    </li>
  )
}

/** Every delivery, the newest first: what, to whom, when, how it stands, and the package. */
export function DeliveriesList ({ deliveries }: { readonly deliveries: readonly DeliveryMeta[] }): ReactNode {
  const t = useText('delivery')
  const last = deliveries.at(-1)
  return (
    <section className='ss-deliveries' aria-labelledby='ss-deliveries-title'>
      <Heading level={3} data-size='2xs' id='ss-deliveries-title'>{t('deliveries')}</Heading>
      <ol className='ss-versions' reversed>{deliveries.toReversed().map(delivery => <DeliveryItem key={delivery.number} delivery={delivery} last={delivery === last} />)}</ol>
    </section>
  )
}
