import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import type { Template } from '@samskriv/shared/template'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { Loading } from '../route/loading.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { Window } from '../ui/window.tsx'

const RescueContent = lazy(async () => ({ default: (await import('../proposal/rescue-window.tsx')).RescueContent }))

/** What the banner needs. `mayPropose`: this person may send in what was written too late. */
export interface RescueBannerProps { readonly session: LiveSession, readonly template: Template, readonly mayPropose: boolean }

/** Tells of what this person wrote that is not in the document, and lets them send it in, copy or discard it. Nothing when there is nothing. */
export function RescueBanner ({ session, template, mayPropose }: RescueBannerProps): ReactNode {
  const t = useText('live')
  const names = useNames()
  const rescues = useWatch(session.rescues)
  const [shown, setShown] = useState<number | null>(null)
  const rescue = rescues.find(one => one.epoch === shown)
  return (
    <>
      {rescues.map(one => (
        <Alert key={one.epoch} data-color='warning' data-size='sm' className='ss-banner'>
          <Heading level={2} data-size='2xs'>{t('rescueTitle', { count: one.changes })}</Heading>
          <Paragraph data-size='sm'>{names.failure({ code: one.code })} {t('rescueText')}</Paragraph>
          <Button data-size='sm' variant='secondary' onClick={() => { setShown(one.epoch) }}>{t('rescueShow')}</Button>
        </Alert>
      ))}
      <Window wide open={rescue !== undefined} title={t('rescueWindow')} onClose={() => { setShown(null) }}>
        {rescue === undefined ? null : (
          <Suspense fallback={<Loading />}><RescueContent template={template} session={session} rescue={rescue} mayPropose={mayPropose} onClose={() => { setShown(null) }} /></Suspense>
        )}
      </Window>
    </>
  )
}
