import { Details, Tag } from '@digdir/designsystemet-react'
import type { FieldChange } from '@samskriv/shared/compare'
import { type ReactNode } from 'react'
import { Change } from '../compare/changes.tsx'
import { useText } from '../i18n/index.ts'
import type { Mark } from './marks.ts'

/** The id of a mark's element, to go to. */
export const markId = (number: number): string => `ss-nytt-${number}`

// What is said in a line is shown in a line; the rest can be folded away.
const isShort = (change: FieldChange): boolean => change.kind === 'plain' || change.kind === 'choices' || change.kind === 'files'

function What ({ mark, withWords }: { readonly mark: Mark, readonly withWords: boolean }): ReactNode {
  const t = useText('medbestemmelse')
  const compare = useText('compare')
  if (mark.kind === 'removed') return <ul className='ss-new-removed'>{mark.items.map(item => <li key={item.id}>{t('itemGone', { n: item.before ?? 1, name: item.name ?? '' })}</li>)}</ul>
  if (mark.kind === 'item') return mark.item.before === null || !mark.item.moved ? null : <span className='ss-new-moved'>{compare('itemMoved', { from: mark.item.before, to: mark.item.after ?? 1 })}</span>
  const { field, change } = mark
  if (isShort(change)) return <div className='ss-new-what'><Change field={field} change={change} level={4} alone={false} /></div>
  return (
    <Details data-size='sm' className='ss-new-details' defaultOpen={withWords}>
      <Details.Summary>{t('whatIsNew')}</Details.Summary>
      <Details.Content><Change field={field} change={change} level={4} alone={false} /></Details.Content>
    </Details>
  )
}

/** Says at a question, or a tiltak, that it is new since a version, and what is. `withWords`: the words are shown from the start. */
export function MarkNote ({ mark, since, withWords }: { readonly mark: Mark, readonly since: number, readonly withWords: boolean }): ReactNode {
  const t = useText('medbestemmelse')
  const added = mark.kind === 'item' && mark.item.before === null
  const said = mark.kind === 'removed' ? t('removedSince', { n: since }) : added ? t('addedSince', { n: since }) : mark.kind === 'item' ? t('movedSince', { n: since }) : t('newSince', { n: since })
  return (
    <div className='ss-new' data-kind={mark.kind} id={markId(mark.number)} tabIndex={-1}>
      <Tag data-size='sm' data-color='info' className='ss-new-tag'>{said}</Tag>
      <What mark={mark} withWords={withWords} />
    </div>
  )
}
