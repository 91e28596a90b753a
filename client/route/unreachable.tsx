import { Button } from '@digdir/designsystemet-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Failure } from '../api/index.ts'
import { useNames, useText } from '../i18n/index.ts'
import { MessagePage } from '../ui/message-page.tsx'

const retryEveryMs = 5_000

/** The server cannot be asked just now. Tries again by itself, at once when the machine says it is back on the network. */
export function Unreachable ({ failure, onRetry }: { readonly failure: Failure, readonly onRetry: () => void }): ReactNode {
  const t = useText('shell')
  const names = useNames()
  const retry = useRef(onRetry)
  useEffect(() => { retry.current = onRetry })
  useEffect(() => {
    const again = (): void => { retry.current() }
    const timer = setInterval(again, retryEveryMs)
    window.addEventListener('online', again)
    return () => { clearInterval(timer); window.removeEventListener('online', again) }
  }, [])
  const text = failure.code === 'unreachable' ? t('unreachableText') : names.failure(failure)
  return <MessagePage title={t('unreachableTitle')} text={text}><Button onClick={onRetry}>{t('tryAgain')}</Button></MessagePage>
}
