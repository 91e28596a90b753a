import { Button } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import type { DeliveryMeta } from '@samskriv/shared/delivery'
import { type ReactNode } from 'react'
import { packageAddress } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { useFileSize } from './file-size.ts'

/** The package of a delivery to fetch, with its size. */
export function PackageLink ({ delivery, variant }: { readonly delivery: DeliveryMeta, readonly variant: 'primary' | 'secondary' }): ReactNode {
  const t = useText('delivery')
  const size = useFileSize()
  return (
    <Button asChild variant={variant} data-size='sm'>
      <a href={packageAddress(delivery.behovsmelding, delivery.number)} download>
        <DownloadIcon aria-hidden='true' />{t('package', { size: size(delivery.package.bytes) })}<span className='ss-unseen'> {t('ofDelivery', { n: delivery.number })}</span>
      </a>
    </Button>
  )
}

/** The fingerprint of a delivery's package: its beginning, and the whole to copy. */
export function PackageHash ({ delivery }: { readonly delivery: DeliveryMeta }): ReactNode {
  const t = useText('delivery')
  return <Fingerprint hash={delivery.package.hash} label={t('packageHash')} copyLabel={t('copyPackageHash', { n: delivery.number })} />
}
