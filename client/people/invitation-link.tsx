import { Alert, Button, Paragraph, Textfield } from '@digdir/designsystemet-react'
import type { InvitationMade } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useFormat, useText } from '../i18n/index.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { WindowActions } from '../ui/window.tsx'

/** A link just made, to be copied now: only its hash is kept, so it can never be shown again. */
export function InvitationLink ({ made, onDone }: { readonly made: InvitationMade, readonly onDone: () => void }): ReactNode {
  const t = useText('people')
  const format = useFormat()
  return (
    <div className='ss-stack'>
      <Textfield readOnly label={t('theLink')} description={t('theLinkWhy', { when: format.moment(made.expiresAt) })} value={made.link} onFocus={event => { event.target.select() }} />
      <Alert data-color='info' data-size='sm'><Paragraph data-size='sm'>{t('shownOnce')}</Paragraph></Alert>
      <WindowActions>
        <CopyButton text={made.link} label={t('copyLink')} variant='primary' />
        <Button variant='tertiary' data-size='sm' onClick={onDone}>{t('done')}</Button>
      </WindowActions>
    </div>
  )
}
