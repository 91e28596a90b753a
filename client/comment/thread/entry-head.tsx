import type { CommentAuthor } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useFormat, useNames, useText } from '../../i18n/index.ts'
import { PersonAvatar } from '../../ui/person-avatar.tsx'
import { useNow } from '../../ui/use-now.ts'
import { colorIn, usePanelSetting } from '../panel/setting.ts'

/** When something was written, in few words; the whole moment on request. */
export function When ({ at, edited = false }: { readonly at: string, readonly edited?: boolean }): ReactNode {
  const t = useText('comment')
  const format = useFormat()
  const now = useNow()
  return <><time dateTime={at} title={format.moment(at)}>{format.ago(at, now)}</time>{edited ? ` · ${t('edited')}` : ''}</>
}

/** Who wrote, in what role, when. */
export function EntryHead ({ author, at, edited, children }: { readonly author: CommentAuthor, readonly at: string, readonly edited: boolean, readonly children?: ReactNode }): ReactNode {
  const names = useNames()
  const setting = usePanelSetting()
  return (
    <div className='ss-entry-head'>
      <PersonAvatar small name={author.name} color={colorIn(setting, author.personId)} />
      <div className='ss-entry-who'>
        <span className='ss-entry-name'>{author.name}</span>
        <span className='ss-entry-when'>{names.role(author.role)} · <When at={at} edited={edited} /></span>
      </div>
      {children}
    </div>
  )
}
