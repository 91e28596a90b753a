import { SkipLink } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { Brand } from './brand.tsx'
import './frame.css'

/** The frame of every page but the behovsmelding itself: brand, menu, one main part. `wide`: it takes the room there is. */
export function Frame ({ menu, wide = false, children }: { readonly menu: ReactNode, readonly wide?: boolean, readonly children: ReactNode }): ReactNode {
  const t = useText('shell')
  return (
    <div className='ss-frame'>
      <SkipLink href='#main'>{t('skip')}</SkipLink>
      <header className='ss-frame-head'><Brand />{menu}</header>
      <main id='main' className='ss-frame-main' data-wide={wide || undefined} tabIndex={-1}>{children}</main>
    </div>
  )
}
