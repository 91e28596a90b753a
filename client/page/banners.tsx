import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import type { RefusalCode } from '@samskriv/shared/base'
import { type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import './banners.css'

/** That this page is no longer joined to the document, why, and the way on. */
export function EndedBanner ({ reason, onAgain }: { readonly reason: RefusalCode, readonly onAgain: () => void }): ReactNode {
  const t = useText('live')
  const names = useNames()
  const again = reason === 'old-schema' ? (): void => { location.reload() } : onAgain
  return (
    <Alert data-color='warning' data-size='sm' className='ss-banner' role='alert'>
      <Heading level={2} data-size='2xs'>{t('endedTitle')}</Heading>
      <Paragraph data-size='sm'>{names.failure({ code: reason })}</Paragraph>
      <Button data-size='sm' variant='secondary' onClick={again}>{reason === 'old-schema' ? t('reloadPage') : t('connectAgain')}</Button>
    </Alert>
  )
}

/** Something one should know, once, and can put away. `more`: what else one can do about it. */
export function NoticeBanner ({ children, onClose, more }: { readonly children: ReactNode, readonly onClose: () => void, readonly more?: ReactNode }): ReactNode {
  const t = useText('live')
  return (
    <Alert data-color='info' data-size='sm' className='ss-banner'>
      <Paragraph data-size='sm'>{children}</Paragraph>
      <div className='ss-banner-ways'>{more}<Button data-size='sm' variant='tertiary' onClick={onClose}>{t('understood')}</Button></div>
    </Alert>
  )
}
