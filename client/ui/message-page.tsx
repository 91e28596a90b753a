import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { useTitle } from './use-title.ts'
import './message-page.css'

/** A page that says one thing and offers the way on. */
export function MessagePage ({ title, text, children }: { readonly title: string, readonly text: string, readonly children?: ReactNode }): ReactNode {
  useTitle(title)
  return (
    <div className='ss-message-page'>
      <Heading level={1} data-size='md'>{title}</Heading>
      <Paragraph>{text}</Paragraph>
      {children === undefined ? null : <div className='ss-message-actions'>{children}</div>}
    </div>
  )
}
