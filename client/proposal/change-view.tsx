import { compareFields, compareText } from '@samskriv/shared/compare'
import type { Value } from '@samskriv/shared/document'
import type { ProposedChange, Standing } from '@samskriv/shared/proposal'
import { placeOf, type Field, type Template } from '@samskriv/shared/template'
import { memo, type ReactNode } from 'react'
import { ChangedAnswer } from '../compare/changes.tsx'
import { Runs } from '../compare/runs.tsx'
import { useCompareWords } from '../compare/words.ts'
import { useText } from '../i18n/index.ts'
import type { PlaceNames } from './use-place.ts'

/** What is shown of a change. `standing` absent: as it was written, against what stood there then. */
export interface ChangeViewProps {
  readonly template: Template
  readonly change: ProposedChange
  readonly standing?: Standing | undefined
  readonly places: PlaceNames
}

function Answer ({ field, from, to }: { readonly field: Field, readonly from: Value | null, readonly to: Value | null }): ReactNode {
  const t = useText('proposal')
  const runs = field.kind === 'text' && typeof from === 'string' && typeof to === 'string' && from !== to ? compareText(from, to) : null
  if (runs !== null) return <p><Runs runs={runs} /></p>
  const [change] = compareFields([field], from === null ? {} : { [field.id]: from }, to === null ? {} : { [field.id]: to })
  return change === undefined ? <p className='ss-quiet'>{t('there')}</p> : <ChangedAnswer field={field} change={change} alone={false} />
}

const fieldsOf = (field: Field | undefined): readonly Field[] => field?.kind === 'group' ? field.fields : field?.kind === 'freeTable' ? field.columns : []

function Item ({ template, change, places }: ChangeViewProps & { readonly change: Exclude<ProposedChange, { kind: 'answer' }> }): ReactNode {
  const t = useText('proposal')
  const { question } = useCompareWords()
  if (change.kind === 'moved') return <p>{change.behind === null ? t('first') : t('behind', { item: places.item(change.list, change.behind) })}</p>
  const fields = fieldsOf(placeOf(template, change.list)?.fields.at(-1))
  const changes = change.kind === 'added' ? compareFields(fields, {}, change.values) : compareFields(fields, change.values, {})
  return changes.length === 0 ? null : (
    <div className='ss-proposed-item'>
      {changes.map(one => {
        const field = fields.find(each => each.id === one.field)
        return field === undefined ? null : <div key={one.field}><p className='ss-change-part'>{question(field)}</p><ChangedAnswer field={field} change={one} alone /></div>
      })}
    </div>
  )
}

/** A proposed change: old and new, as in the comparison of versions; against what stands there now where that is known. */
export const ChangeView = memo(function ChangeView (props: ChangeViewProps): ReactNode {
  const { template, change, standing } = props
  if (change.kind !== 'answer') return <Item {...props} change={change} />
  const field = placeOf(template, change.key)?.fields.at(-1)
  if (field === undefined) return null
  const isChangedSince = standing?.kind === 'merges' || standing?.kind === 'clashes'
  return isChangedSince ? <Answer field={field} from={standing.current} to={standing.result} /> : <Answer field={field} from={change.before} to={change.after} />
})
