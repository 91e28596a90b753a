import type { CommentEntry, ThreadView } from '@samskriv/shared/api'
import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { draftId, type Aim } from '../draft/drafts.ts'
import { useDraft } from '../draft/use-draft.ts'
import { usePanelSetting } from '../panel/setting.ts'
import { toWrite } from '../write/mention.ts'
import { WriteBox } from '../write/write-box.tsx'

interface Props { readonly thread: ThreadView, readonly entry: CommentEntry, readonly onDone: () => void }

/** Where one writes one's own comment anew. */
export function EditBox ({ thread, entry, onDone }: Props): ReactNode {
  const t = useText('comment')
  const { board, members } = usePanelSetting()
  const [aim] = useState<Extract<Aim, { kind: 'edit' }>>(() => ({ kind: 'edit', thread: thread.id, entry: entry.id }))
  const [first] = useState(() => toWrite(entry.text, id => members.find(member => member.person.id === id)?.person.name ?? null))
  const id = draftId(aim)
  const draft = useDraft(board, id, aim, first)
  const send = async (): Promise<void> => { if (await board.sending.send(id) !== null) onDone() }
  return <WriteBox always withFocus draft={draft} label={t('editLabel')} submit={t('save')} onSend={() => { void send() }} onCancel={onDone} />
}
