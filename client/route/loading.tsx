import { Skeleton } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'

/** What stands there for the moment a page is on its way. */
export function Loading (): ReactNode {
  const t = useText('shell')
  return (
    <div aria-busy='true' style={{ display: 'grid', gap: '1rem' }}>
      <span className='ss-unseen'>{t('loading')}</span>
      <Skeleton variant='rectangle' width='min(24rem, 80%)' height='2.25rem' />
      <Skeleton variant='rectangle' width='100%' height='4.5rem' />
      <Skeleton variant='rectangle' width='100%' height='4.5rem' />
    </div>
  )
}
