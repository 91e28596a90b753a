import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { labelAt, type Template } from '@samskriv/shared/template'
import { useMemo, useState, type ReactNode } from 'react'
import { useLanguage, useNames, useText } from '../i18n/index.ts'
import type { LiveSession, Rescue } from '../live/session.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { Window, WindowActions } from '../ui/window.tsx'
import { rescuedTexts } from './rescue-text.ts'

interface RescueProps { readonly template: Template, readonly rescue: Rescue, readonly onDrop: () => void, readonly onClose: () => void }

function RescueContent ({ template, rescue, onDrop, onClose }: RescueProps): ReactNode {
  const t = useText('live')
  const language = useLanguage()
  const texts = useMemo(() => rescuedTexts(template, rescue), [template, rescue])
  const [dropping, setDropping] = useState(false)
  const labelled = texts.map(({ key, text }) => ({ key, label: labelAt(template, key, language), text }))
  const all = labelled.map(({ label, text }) => `${label}\n${text}`).join('\n\n')
  return (
    <div className='ss-stack'>
      <Paragraph data-size='sm'>{texts.length === 0 ? t('rescueNothing') : t('rescueLead')}</Paragraph>
      {texts.length > 0 && (
        <ul className='ss-rescued'>
          {labelled.map(({ key, label, text }) => (
            <li key={key}>
              <div className='ss-rescued-head'><Heading level={3} data-size='2xs'>{label}</Heading><CopyButton iconOnly variant='tertiary' text={text} label={t('copyField', { label })} /></div>
              <p className='ss-rescued-text'>{text}</p>
            </li>
          ))}
        </ul>
      )}
      {dropping && <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{t('dropSure')}</Paragraph></Alert>}
      <WindowActions>
        {texts.length > 0 && <CopyButton text={all} label={t('copyAll')} variant='primary' />}
        {dropping
          ? <Button data-size='sm' data-color='danger' onClick={onDrop}>{t('dropNow')}</Button>
          : <Button data-size='sm' variant='secondary' data-color='danger' onClick={() => { setDropping(true) }}>{t('drop')}</Button>}
        <Button data-size='sm' variant='tertiary' onClick={onClose}>{t('keep')}</Button>
      </WindowActions>
    </div>
  )
}

/** Tells of what this person wrote that is not in the document, and lets them copy or discard it. Nothing when there is nothing. */
export function RescueBanner ({ session, template }: { readonly session: LiveSession, readonly template: Template }): ReactNode {
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
          <RescueContent template={template} rescue={rescue} onClose={() => { setShown(null) }} onDrop={() => { setShown(null); void session.dropRescue(rescue.epoch) }} />
        )}
      </Window>
    </>
  )
}
