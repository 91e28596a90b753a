import { Dialog, Heading } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import './window.css'

/** A dialog with a heading. `placement` makes it a drawer from that side. */
export interface WindowProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly placement?: 'center' | 'left' | 'right'
  readonly wide?: boolean
  readonly children: ReactNode
}

/**
 * A dialog over the page. It stays in the page while closed, so that closing it gives the focus back to what opened it;
 * its content is made anew each time.
 */
export function Window ({ open, title, onClose, placement = 'center', wide = false, children }: WindowProps): ReactNode {
  const t = useText('shell')
  return (
    <Dialog className='ss-window' data-size='sm' data-wide={wide || undefined} open={open} onClose={onClose} placement={placement} closeButton={t('close')} aria-label={title}>
      {open && (
        <>
          <Heading level={2} data-size='xs' className='ss-window-title'>{title}</Heading>
          {children}
        </>
      )}
    </Dialog>
  )
}

/** The row of buttons at the foot of a dialog. */
export function WindowActions ({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className='ss-window-actions'>{children}</div>
}
