import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/index.ts'
import './brand.css'

/** The product's mark and the way home. `compact`: the mark alone. */
export function Brand ({ compact = false }: { readonly compact?: boolean }): ReactNode {
  const t = useText('shell')
  return (
    <Link href='/' className='ss-brand' aria-label={t('home')}>
      <svg viewBox='0 0 32 32' width='30' height='30' aria-hidden='true'>
        <rect width='32' height='32' rx='8' className='ss-brand-ground' />
        <path d='M8 11h16M8 16h9.5M8 21h12.5' className='ss-brand-lines' />
        <path d='M22.5 13.4v9.4' className='ss-brand-caret' />
      </svg>
      {compact ? null : <span aria-hidden='true'>Samskriv</span>}
    </Link>
  )
}
