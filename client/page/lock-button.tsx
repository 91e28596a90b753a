import { PadlockLockedIcon } from '@navikt/aksel-icons'
import { may } from '@samskriv/shared/access'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import { asking } from '@samskriv/shared/workflow'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { WhyNotButton } from '../ui/why-not-button.tsx'
import type { Rights } from './use-rights.ts'

/** The eier's button for locking; nothing for others, and nothing once it is locked. `ended`: this page is not joined to the text. */
export function LockButton ({ view, rights, ended, onLock }: { readonly view: BehovsmeldingView, readonly rights: Rights, readonly ended: boolean, readonly onLock: () => void }): ReactNode {
  const t = useText('live')
  if (!may(view.role, view.state, 'lock')) return null
  // With nothing found it asks about role and state only: what is missing is shown in the window, not held against the button.
  const why = ended ? { code: 'changed-meanwhile' as const } : rights.why(asking.lock(rights.situation, { errors: 0, warnings: 0 }))
  return <WhyNotButton variant='secondary' data-size='sm' className='ss-lock' whyNot={why} onClick={onLock}><PadlockLockedIcon aria-hidden='true' /><span className='ss-lock-word'>{t('lockDots')}</span></WhyNotButton>
}
