import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import type { Template } from '@samskriv/shared/template'
import { useEffect, type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { Loading } from '../route/loading.tsx'
import { announce } from '../ui/announce.tsx'
import { later } from '../ui/later.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { Window } from '../ui/window.tsx'

const RescueContent = later(async () => (await import('../proposal/rescue-window.tsx')).RescueContent, 'proposal')

/** What the banner needs. `mayPropose`: this person may send in what was written too late. `shown`: the epoch whose window is open; null: none is. */
export interface RescueBannerProps {
  readonly session: LiveSession
  readonly template: Template
  readonly mayPropose: boolean
  readonly shown: number | null
  readonly onShow: (epoch: number | null) => void
}

/**
 * Always in sight, however far down in the text one is: that something this person wrote is not in the document, and the way to it.
 * Told to those who do not see it as it comes. Nothing when there is nothing.
 */
export function RescueStatus ({ session, onShow }: { readonly session: Pick<LiveSession, 'rescues'>, readonly onShow: (epoch: number) => void }): ReactNode {
  const t = useText('live')
  const epoch = useWatch(session.rescues).at(-1)?.epoch ?? null
  const told = t('rescueTitle')
  useEffect(() => { if (epoch !== null) announce(told) }, [epoch, told])
  if (epoch === null) return null
  return <button type='button' className='ss-save ss-save-more' data-trouble='warning' onClick={() => { onShow(epoch) }}><ExclamationmarkTriangleIcon aria-hidden='true' />{told}</button>
}

/** Tells of what this person wrote that is not in the document, and lets them send it in, copy or discard it. Nothing when there is nothing. */
export function RescueBanner ({ session, template, mayPropose, shown, onShow }: RescueBannerProps): ReactNode {
  const t = useText('live')
  const names = useNames()
  const rescues = useWatch(session.rescues)
  const rescue = rescues.find(one => one.epoch === shown)
  return (
    <>
      {rescues.map(one => (
        <Alert key={one.epoch} data-color='warning' data-size='sm' className='ss-banner'>
          <Heading level={2} data-size='2xs'>{t('rescueTitle')}</Heading>
          <Paragraph data-size='sm'>{names.failure({ code: one.code })} {t('rescueText')}</Paragraph>
          <Button data-size='sm' variant='secondary' onClick={() => { onShow(one.epoch) }}>{t('rescueShow')}</Button>
        </Alert>
      ))}
      <Window wide open={rescue !== undefined} title={t('rescueWindow')} onClose={() => { onShow(null) }}>
        {rescue === undefined ? null : (
          <RescueContent waiting={<Loading />} template={template} session={session} rescue={rescue} mayPropose={mayPropose} onClose={() => { onShow(null) }} />
        )}
      </Window>
    </>
  )
}
