import { Button } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Failure } from '../api/index.ts'
import { useNames, useText } from '../i18n/index.ts'
import { MessagePage } from '../ui/message-page.tsx'

/** A link that leads nowhere any more, why, and what to do about it. */
export function DeadLink ({ failure }: { readonly failure: Failure | null }): ReactNode {
  const t = useText('people')
  const names = useNames()
  const code = failure?.code
  const title = code === 'link-used' ? t('linkUsedTitle') : code === 'link-expired' ? t('linkExpiredTitle') : t('linkUnknownTitle')
  const text = code === 'link-used' ? t('linkUsedText')
    : code === 'link-expired' ? t('linkExpiredText')
      : failure === null || code === 'link-unknown' || code === 'invalid' || code === 'not-found' ? t('linkUnknownText') : names.failure(failure)
  return <MessagePage title={title} text={text}><Button asChild variant='secondary'><Link href='/'>{t('tryMyList')}</Link></Button></MessagePage>
}
