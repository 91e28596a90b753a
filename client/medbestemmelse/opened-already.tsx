import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { pagePath, type RoundView } from '@samskriv/shared/api'
import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useFormat, useText } from '../i18n/index.ts'
import { bringIntoView } from '../ui/bring-into-view.ts'
import { useNow } from '../ui/use-now.ts'
import { WindowActions } from '../ui/window.tsx'
import { roundBannerTitleId } from './round-banner.tsx'
import { useRoundWords } from './use-words.ts'

/** The round somebody else opened. `note`: what the one who looks had written to the tillitsvalgte; '' when nothing. */
export interface OpenedAlreadyProps {
  readonly behovsmelding: string
  readonly round: RoundView
  readonly note: string
  readonly onClose: () => void
}

// Once the window is gone: what is behind it can have no focus before.
function toBanner (): void {
  requestAnimationFrame(() => {
    const title = document.getElementById(roundBannerTitleId)
    if (title === null) return
    title.focus({ preventScroll: true })
    bringIntoView(title, 'nearest')
  })
}

/** That somebody else was first to open the round: who, when and until which day. However it is closed one is led to that round; the next one is not offered. */
export function OpenedAlready ({ behovsmelding, round, note, onClose }: OpenedAlreadyProps): ReactNode {
  const t = useText('medbestemmelse')
  const format = useFormat()
  const words = useRoundWords()
  const now = useNow()
  const { number: n, version, openedBy, openedAt, deadline } = round
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button one pressed is gone.
    title.current?.focus()
    return toBanner
  }, [])
  return (
    <div className='ss-stack'>
      <Alert data-color='info' data-size='sm'>
        <Heading ref={title} level={3} data-size='2xs' tabIndex={-1}>{t('openedAlready', { n })}</Heading>
        <Paragraph data-size='sm'>{t('openedAlreadyBy', { n, version, who: openedBy.name, when: format.moment(openedAt), deadline: words.deadline(deadline, now) })}</Paragraph>
      </Alert>
      {note === '' ? null : <Textfield multiline readOnly rows={3} data-size='sm' label={t('notSent')} value={note} />}
      <WindowActions>
        <Button asChild><Link href={pagePath.round(behovsmelding, n)}>{t('toRound', { n })}</Link></Button>
        <Button variant='tertiary' onClick={onClose}>{t('closeThis')}</Button>
      </WindowActions>
    </div>
  )
}
