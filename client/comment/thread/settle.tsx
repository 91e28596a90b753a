import { Button } from '@digdir/designsystemet-react'
import { ArrowCirclepathIcon, CheckmarkCircleIcon } from '@navikt/aksel-icons'
import type { ThreadView } from '@samskriv/shared/api'
import { commentBounds } from '@samskriv/shared/comment'
import { type ReactNode, useState } from 'react'
import type { Failure } from '../../api/index.ts'
import { useNames, useText } from '../../i18n/index.ts'
import { draftId, type Aim } from '../draft/drafts.ts'
import { useDraft } from '../draft/use-draft.ts'
import { usePanelSetting } from '../panel/setting.ts'
import { WriteBox } from '../write/write-box.tsx'
import { focusCard } from './card-id.ts'
import { When } from './entry-head.tsx'

/** Where one says why a thread is settled. A word will do. */
export function SettleBox ({ thread, onDone }: { readonly thread: ThreadView, readonly onDone: () => void }): ReactNode {
  const t = useText('comment')
  const { board } = usePanelSetting()
  const [aim] = useState<Extract<Aim, { kind: 'resolve' }>>(() => ({ kind: 'resolve', thread: thread.id }))
  const id = draftId(aim)
  const draft = useDraft(board, id, aim)
  const send = async (): Promise<void> => { if (await board.sending.send(id) !== null) onDone() }
  return <WriteBox always withFocus mentions={false} most={commentBounds.why} draft={draft} label={t('settleWhy')} submit={t('settle')} onSend={() => { void send() }} onCancel={onDone} />
}

/** That a thread is settled, by whom and why, with the way back. */
export function Settled ({ thread }: { readonly thread: ThreadView }): ReactNode {
  const t = useText('comment')
  const names = useNames()
  const { board, mayComment } = usePanelSetting()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { resolution } = thread
  if (resolution === null) return null
  const reopen = async (): Promise<void> => {
    setBusy(true)
    const answer = await board.service.reopen(thread.id)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    board.threads.take(answer.value)
    focusCard(thread.id)
  }
  return (
    <div className='ss-settled'>
      <CheckmarkCircleIcon aria-hidden className='ss-settled-mark' />
      <div className='ss-settled-what'>
        <p className='ss-settled-why'>{resolution.why}</p>
        <p className='ss-entry-when'>{t('settledBy', { name: resolution.by.name })} · <When at={resolution.at} /></p>
        {failure !== null && <p className='ss-write-note' data-color='danger' role='alert'>{names.failure(failure)}</p>}
        {mayComment && <Button data-size='sm' variant='tertiary' className='ss-settled-reopen' loading={busy} onClick={() => { void reopen() }}><ArrowCirclepathIcon aria-hidden />{t('reopen')}</Button>}
      </div>
    </div>
  )
}
