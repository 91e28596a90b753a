import { keyOf, type Value } from '@samskriv/shared/document'
import { formatAmount, sumOf, type Total } from '@samskriv/shared/field'
import type { SumField as Sum } from '@samskriv/shared/template'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { useValues } from '../live/use-value.ts'
import { useForm } from '../setting.ts'
import { Guidance } from './frame.tsx'

/** A computed sum as text; says when something could not be counted. */
export function TotalText ({ total, unit = false, labelledBy }: { readonly total: Total, readonly unit?: boolean, readonly labelledBy?: string }): ReactNode {
  const t = useText('form')
  return (
    <>
      <output className="ss-total" aria-labelledby={labelledBy}>{total.filled === 0 && total.unread === 0 ? '–' : formatAmount(total.kroner)}</output>
      {unit && total.filled > 0 && <span className="ss-unit">{t('kroner')}</span>}
      {total.unread > 0 && <span className="ss-uncounted">{t('uncounted', { count: total.unread })}</span>}
    </>
  )
}

/** A sum of the amounts beside it. Never stored, never written. */
export function SumField ({ field, fieldKey }: { readonly field: Sum, readonly fieldKey: string }): ReactNode {
  const { home, language } = useForm()
  const path = useMemo(() => fieldKey.split('/').slice(0, -1), [fieldKey])
  const values = useValues(home.doc, useMemo(() => field.of.map(id => keyOf(...path, id)), [field, path]))
  const siblings: Record<string, Value> = {}
  for (const id of field.of) {
    const value = values.get(keyOf(...path, id))
    if (typeof value === 'number' || (typeof value === 'object' && 'unread' in value)) siblings[id] = value
  }
  return (
    <div className="ss-field" data-kind="sum">
      <p className="ss-question" id={elementId.label(fieldKey)}>{field.label[language]}</p>
      <Guidance field={field} fieldKey={fieldKey} />
      <div className="ss-control ss-sum"><TotalText total={sumOf(field, siblings)} unit labelledBy={elementId.label(fieldKey)} /></div>
    </div>
  )
}
