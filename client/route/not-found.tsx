import { Button } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/index.ts'
import { MessagePage } from '../ui/message-page.tsx'

/** There is nothing at this address, or nothing that this person may see: the two are told apart for nobody. */
export function NotFound (): ReactNode {
  const t = useText('shell')
  return <MessagePage title={t('notFoundTitle')} text={t('notFoundText')}><Button asChild><Link href='/'>{t('toMyList')}</Link></Button></MessagePage>
}
