import { type Item, keyOf, type Value } from '@samskriv/shared/document'
import { groupTotals } from '@samskriv/shared/field'
import type { GroupField } from '@samskriv/shared/template'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../../i18n/index.ts'
import { TotalText } from '../field/sum.tsx'
import { useValues } from '../live/use-value.ts'
import { useForm } from '../setting.ts'

interface Props { readonly field: GroupField, readonly fieldKey: string, readonly ids: readonly string[] }

/** The sums over all items of a group, under the last one. */
export function GroupSums ({ field, fieldKey, ids }: Props): ReactNode {
  const { home, language } = useForm()
  const t = useText('form')
  const title = t('sumOfAll', { label: field.label[language].toLocaleLowerCase(language) })
  const amounts = useMemo(() => field.fields.filter(one => one.kind === 'amount'), [field])
  const shown = field.fields.filter(one => one.kind === 'amount' || one.kind === 'sum')
  const values = useValues(home.doc, useMemo(() => ids.flatMap(id => amounts.map(one => keyOf(fieldKey, id, one.id))), [ids, amounts, fieldKey]))
  if (shown.length === 0) return null
  const items = ids.map((id): Item => {
    const own: Record<string, Value> = {}
    for (const one of amounts) {
      const value = values.get(keyOf(fieldKey, id, one.id))
      if (typeof value === 'number' || (typeof value === 'object' && 'unread' in value)) own[one.id] = value
    }
    return { id, values: own }
  })
  const totals = groupTotals(field, items)
  return (
    <div className="ss-sums">
      <p className="ss-sums__title">{title}</p>
      <dl className="ss-sums__list" aria-label={title}>
        {shown.map(one => {
          const total = totals[one.id]
          return <div key={one.id} className="ss-sums__one"><dt>{one.label[language]}</dt><dd>{total !== undefined && <TotalText total={total} unit />}</dd></div>
        })}
      </dl>
    </div>
  )
}
