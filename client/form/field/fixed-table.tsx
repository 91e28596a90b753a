import { keyOf, type Value } from '@samskriv/shared/document'
import { type TableTotals, tableTotals } from '@samskriv/shared/field'
import type { FixedTableField } from '@samskriv/shared/template'
import { type ReactNode, useMemo } from 'react'
import { useValues } from '../live/use-value.ts'
import { useForm } from '../setting.ts'
import { Cell } from './cell.tsx'
import { TotalText } from './sum.tsx'
import { columnId, rowId, TableFrame } from './table-frame.tsx'
import { tableRole } from './table-role.ts'

interface Props { readonly field: FixedTableField, readonly fieldKey: string }

function useTotals ({ field, fieldKey }: Props): TableTotals {
  const { home } = useForm()
  const amounts = field.columns.filter(column => column.kind === 'amount')
  const keys = useMemo(
    () => field.rows.flatMap(row => field.columns.filter(column => column.kind === 'amount').map(column => keyOf(fieldKey, row.id, column.id))),
    [field, fieldKey],
  )
  const values = useValues(home.doc, keys)
  const cells: Record<string, Record<string, Value>> = {}
  for (const row of field.rows) {
    for (const column of amounts) {
      const value = values.get(keyOf(fieldKey, row.id, column.id))
      if (typeof value === 'number' || (typeof value === 'object' && 'unread' in value)) cells[row.id] = { ...cells[row.id], [column.id]: value }
    }
  }
  return tableTotals(field, cells)
}

// Sums hear of every cell; the cells themselves do not hear of the sums.
function RowTotal ({ field, fieldKey, row }: Props & { readonly row: string }): ReactNode {
  const total = useTotals({ field, fieldKey }).rows[row]
  return total === undefined ? null : <TotalText total={total} />
}

function Foot ({ field, fieldKey }: Props): ReactNode {
  const { language } = useForm()
  const totals = useTotals({ field, fieldKey })
  if (field.totals?.column === undefined) return null
  return (
    <tfoot {...tableRole.group}>
      <tr {...tableRole.row}>
        <th {...tableRole.rowHeader}>{field.totals.column[language]}</th>
        {field.columns.map(column => {
          const total = totals.columns[column.id]
          return <td key={column.id} {...tableRole.cell} data-kind={column.kind} data-label={column.label[language]}>{total !== undefined && <TotalText total={total} />}</td>
        })}
        {field.totals.row !== undefined && <td {...tableRole.cell} data-kind="amount" data-label={field.totals.row[language]}><TotalText total={totals.all} /></td>}
      </tr>
    </tfoot>
  )
}

/** A table whose rows are given. Its sums are computed as one types. */
export function FixedTable ({ field, fieldKey }: Props): ReactNode {
  const { language } = useForm()
  const rowTotal = field.totals?.row
  return (
    <TableFrame
      field={field} fieldKey={fieldKey} columns={field.columns}
      corner={<th {...tableRole.columnHeader}>{field.rowHeading[language]}</th>}
      after={rowTotal !== undefined && <th {...tableRole.columnHeader} data-kind="amount">{rowTotal[language]}</th>}
    >
      <tbody {...tableRole.group}>
        {field.rows.map(row => (
          <tr key={row.id} {...tableRole.row}>
            <th {...tableRole.rowHeader} id={rowId(fieldKey, row.id)}>{row.label[language]}</th>
            {field.columns.map(column => (
              <td key={column.id} {...tableRole.cell} data-kind={column.kind} data-label={column.label[language]}>
                <Cell field={column} fieldKey={keyOf(fieldKey, row.id, column.id)} labelledBy={`${rowId(fieldKey, row.id)} ${columnId(fieldKey, column.id)}`} />
              </td>
            ))}
            {rowTotal !== undefined && <td {...tableRole.cell} data-kind="amount" data-label={rowTotal[language]}><RowTotal field={field} fieldKey={fieldKey} row={row.id} /></td>}
          </tr>
        ))}
      </tbody>
      <Foot field={field} fieldKey={fieldKey} />
    </TableFrame>
  )
}
