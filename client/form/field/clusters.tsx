import type { Cluster, Field } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { useForm } from '../setting.ts'

interface Run<F extends Field> { readonly cluster: Cluster | null, readonly fields: readonly F[] }

/** Neighbours that belong side by side, together; every other field alone. */
export function runsOf<F extends Field> (fields: readonly F[]): readonly Run<F>[] {
  const runs: { cluster: Cluster | null, fields: F[] }[] = []
  for (const field of fields) {
    const last = runs.at(-1)
    if (field.cluster !== undefined && last?.cluster?.id === field.cluster.id) last.fields.push(field)
    else runs.push({ cluster: field.cluster ?? null, fields: [field] })
  }
  return runs
}

/** Fields one below the other, those of a cluster side by side under its heading. */
export function Fields<F extends Field> ({ fields, renderField }: { readonly fields: readonly F[], readonly renderField: (field: F) => ReactNode }): ReactNode {
  const { language } = useForm()
  return runsOf(fields).map(({ cluster, fields: run }) => {
    const [first] = run
    if (cluster === null || first === undefined) return run.map(renderField)
    return (
      <fieldset key={first.id} className="ss-field ss-fieldset ss-cluster">
        <legend className="ss-question">{cluster.label[language]}</legend>
        <div className="ss-cluster__fields">{run.map(renderField)}</div>
      </fieldset>
    )
  })
}
