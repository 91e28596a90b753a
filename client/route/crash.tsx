import { Button } from '@digdir/designsystemet-react'
import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { MessagePage } from '../ui/message-page.tsx'

interface CrashProps { readonly children: ReactNode }
interface CrashState { readonly crashed: boolean }

function Crashed (): ReactNode {
  const t = useText('shell')
  return (
    <main id='main' className='ss-frame-main'>
      <MessagePage title={t('crashTitle')} text={t('crashText')}>
        <Button onClick={() => { location.reload() }}>{t('reload')}</Button>
      </MessagePage>
    </main>
  )
}

/**
 * Catches a bug in a page: says that what was typed is kept, which is true because client/live writes it to this machine
 * and to the server apart from what is shown, and offers to load the page again.
 */
export class CrashBoundary extends Component<CrashProps, CrashState> {
  override state: CrashState = { crashed: false }

  static getDerivedStateFromError (): CrashState { return { crashed: true } }

  override render (): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children
  }
}
