import type { CellField } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { ControlBox } from './control-box.tsx'
import { LineControl } from './line.tsx'
import { OneOfCell } from './one-of.tsx'
import { ParsedControl } from './parsed.tsx'

interface Props {
  readonly field: CellField
  readonly fieldKey: string
  /** Ids of the row's and the column's headings. */
  readonly labelledBy: string
}

function Control ({ field, fieldKey, labelledBy }: Props): ReactNode {
  switch (field.kind) {
    case 'text': return <LineControl field={field} fieldKey={fieldKey} labelledBy={labelledBy} />
    case 'yesNo':
    case 'choice': return <OneOfCell field={field} fieldKey={fieldKey} labelledBy={labelledBy} />
    default: return <ParsedControl field={field} fieldKey={fieldKey} labelledBy={labelledBy} />
  }
}

/** One cell of a table. */
export function Cell (props: Props): ReactNode {
  return <ControlBox fieldKey={props.fieldKey} isPlace><Control {...props} /></ControlBox>
}
