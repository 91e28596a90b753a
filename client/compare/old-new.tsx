import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'

/** What was there and is not any more: struck out, and said so to who does not see it. */
export function Deleted ({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useText('compare')
  return <del className='ss-deleted'><span className='ss-unseen'>({t('deletedIs')} </span>{children}<span className='ss-unseen'>)</span></del>
}

/** What is there now and was not: underlined, and said so to who does not see it. */
export function Inserted ({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useText('compare')
  return <ins className='ss-inserted'><span className='ss-unseen'>({t('insertedIs')} </span>{children}<span className='ss-unseen'>)</span></ins>
}

/** Old and new. `alone`: the rest of what it is in stands on one side only, so that the other is not spoken of. `note` follows, e.g. the difference. */
export interface OldNewProps {
  readonly before: string | null
  readonly after: string | null
  readonly alone: boolean
  readonly note?: string | undefined
}

/** `gammelt → nytt (+80 000)`, each side told apart by more than its colour. */
export function OldNew ({ before, after, alone, note }: OldNewProps): ReactNode {
  const t = useText('compare')
  const none = <span className='ss-quiet'>{t('notAnswered')}</span>
  return (
    <span className='ss-old-new'>
      {before === null ? alone ? null : none : <Deleted>{before}</Deleted>}
      {alone ? null : <><span aria-hidden='true' className='ss-arrow'> → </span><span className='ss-unseen'> {t('became')} </span></>}
      {after === null ? alone ? null : none : <Inserted>{after}</Inserted>}
      {note === undefined ? null : <span className='ss-difference'> ({note})</span>}
    </span>
  )
}
