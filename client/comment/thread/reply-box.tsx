import type { ThreadView } from '@samskriv/shared/api'
import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { draftId, type Aim } from '../draft/drafts.ts'
import { useDraft } from '../draft/use-draft.ts'
import { usePanelSetting } from '../panel/setting.ts'
import { WriteBox } from '../write/write-box.tsx'
import { cardId } from './card-id.ts'

/** Where one answers in a thread. */
export function ReplyBox ({ thread }: { readonly thread: ThreadView }): ReactNode {
  const t = useText('comment')
  const { board } = usePanelSetting()
  const [aim] = useState<Extract<Aim, { kind: 'reply' }>>(() => ({ kind: 'reply', thread: thread.id }))
  const id = draftId(aim)
  const draft = useDraft(board, id, aim)
  const send = async (): Promise<void> => { if (await board.sending.send(id) !== null) draft.drop() }
  return <WriteBox draft={draft} label={t('reply')} submit={t('send')} onSend={() => { void send() }} onCancel={() => { document.getElementById(cardId(thread.id))?.focus({ preventScroll: true }) }} />
}
