import { Heading, Skeleton } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { Brand } from '../ui/brand.tsx'
import './page.css'

/** What can be read before the text has come: the title and, as soon as the form is known, its sections. */
export function PageSkeleton ({ title, sections, menu }: { readonly title: string, readonly sections: readonly string[], readonly menu: ReactNode }): ReactNode {
  return (
    <div className='ss-page'>
      <header className='ss-top'><Brand compact /><span className='ss-top-title ss-top-what'>{title}</span>{menu}</header>
      <main id='main' className='ss-page-main' tabIndex={-1}>
        <div className='ss-sheet-paper'><Heading level={1} data-size='md'>{title}</Heading><SkeletonForm sections={sections} /></div>
      </main>
    </div>
  )
}

/** The form's sections by name, with grey where their answers will be. */
export function SkeletonForm ({ sections }: { readonly sections: readonly string[] }): ReactNode {
  const t = useText('live')
  const blocks = sections.length === 0 ? ['', '', ''] : sections
  return (
    <div className='ss-skeleton' aria-busy='true'>
      <p className='ss-unseen'>{t('opening')}</p>
      {blocks.map((section, index) => (
        <div key={section === '' ? index : section} className='ss-skeleton-section'>
          {section === '' ? <Skeleton variant='rectangle' width='40%' height='1.75rem' /> : <p className='ss-skeleton-title'>{section}</p>}
          <Skeleton variant='text' width='92%' /><Skeleton variant='text' width='78%' />
          <Skeleton variant='rectangle' width='100%' height='3rem' />
        </div>
      ))}
    </div>
  )
}
