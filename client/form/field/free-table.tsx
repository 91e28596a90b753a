import { Button } from '@digdir/designsystemet-react'
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import { addItem, ensureItem, keyOf, removeItem, restoreItem } from '@samskriv/shared/document'
import type { FreeTableField } from '@samskriv/shared/template'
import { type KeyboardEvent, memo, type ReactNode, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { announce } from '../../ui/announce.tsx'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { RemovedNotice } from '../group/removed.tsx'
import { beginRow, useRows } from '../group/start-rows.ts'
import { asOneStep } from '../live/set-value.ts'
import { useForm } from '../setting.ts'
import { Cell } from './cell.tsx'
import { SuggestAddition, SuggestRemoval } from './suggest-item.tsx'
import { columnId, rowId, TableFrame } from './table-frame.tsx'
import { tableRole } from './table-role.ts'

interface Props { readonly field: FreeTableField, readonly fieldKey: string }

const focusOn = (key: string): void => { document.getElementById(elementId.field(key))?.focus() }

/** A table people add rows to. Enter goes down; in the last row it makes the next. */
export function FreeTable ({ field, fieldKey }: Props): ReactNode {
  const { home, language, readOnly, suggests } = useForm()
  const t = useText('form')
  const rows = useRows(home.doc, fieldKey, readOnly ? 0 : field.startRows ?? 0)
  const [removed, setRemoved] = useState<{ readonly id: string, readonly number: number } | null>(null)
  const adding = useRef<HTMLButtonElement>(null)

  const add = useCallback((column: string | undefined) => {
    // The rows that are only shown become rows first: a new one stands after them.
    const id = flushSync(() => asOneStep(home, () => {
      for (const row of rows) ensureItem(home.doc, fieldKey, row)
      return addItem(home.doc, fieldKey)
    }))
    announce(t('rowAdded', { number: rows.length + 1 }))
    requestAnimationFrame(() => { if (column !== undefined) focusOn(keyOf(fieldKey, id, column)) })
  }, [home, fieldKey, rows, t])
  const begin = useCallback((id: string) => { beginRow(home.doc, fieldKey, id, rows, home.origin) }, [home, fieldKey, rows])
  const remove = useCallback((id: string) => {
    asOneStep(home, () => { ensureItem(home.doc, fieldKey, id); removeItem(home.doc, fieldKey, id) })
    setRemoved({ id, number: rows.indexOf(id) + 1 })
  }, [home, fieldKey, rows])
  const next = useCallback((id: string, column: string) => {
    const below = rows[rows.indexOf(id) + 1]
    if (below === undefined) add(column)
    else focusOn(keyOf(fieldKey, below, column))
  }, [rows, add, fieldKey])
  const bringBack = (): void => {
    if (removed === null) return
    asOneStep(home, () => { restoreItem(home.doc, fieldKey, removed.id) })
    const [first] = field.columns
    setRemoved(null)
    requestAnimationFrame(() => { if (first !== undefined) focusOn(keyOf(fieldKey, removed.id, first.id)) })
  }

  if (rows.length === 0 && readOnly) {
    return <TableFrame field={field} fieldKey={fieldKey} columns={[]} corner={<th>{t('noRows')}</th>} below={<SuggestAddition field={field} fieldKey={fieldKey} />}><tbody /></TableFrame>
  }
  return (
    <TableFrame
      field={field} fieldKey={fieldKey} columns={field.columns}
      corner={<th {...tableRole.columnHeader} className="ss-row-number"><span className="ss-unseen">{t('row')}</span></th>}
      after={readOnly && suggests === null ? null : <th {...tableRole.columnHeader} className="ss-row-tools"><span className="ss-unseen">{t('removeRow')}</span></th>}
      below={readOnly ? <SuggestAddition field={field} fieldKey={fieldKey} /> : (
        <div className="ss-below">
          {removed !== null && <RemovedNotice key={removed.id} text={t('rowRemoved', { number: removed.number })} undo={bringBack} dismiss={() => { setRemoved(null); adding.current?.focus() }} />}
          <Button ref={adding} variant="tertiary" data-size="sm" onClick={() => { add(field.columns[0]?.id) }}><PlusIcon aria-hidden />{field.addLabel[language]}</Button>
        </div>
      )}
    >
      <tbody {...tableRole.group}>
        {rows.map((id, index) => <Row key={id} field={field} fieldKey={fieldKey} id={id} number={index + 1} begin={begin} remove={remove} next={next} />)}
      </tbody>
    </TableFrame>
  )
}

interface RowProps extends Props {
  readonly id: string
  readonly number: number
  readonly begin: (id: string) => void
  readonly remove: (id: string) => void
  readonly next: (id: string, column: string) => void
}

const Row = memo(function Row ({ field, fieldKey, id, number, begin, remove, next }: RowProps): ReactNode {
  const { language, readOnly, suggests } = useForm()
  const t = useText('form')
  const start = (): void => { if (!readOnly) begin(id) }
  const press = (event: KeyboardEvent, column: string): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || readOnly) return
    event.preventDefault()
    next(id, column)
  }
  return (
    // What is written in an empty row of the form makes it a row, in the same change and before it.
    <tr {...tableRole.row} onInputCapture={start} onChangeCapture={start}>
      <th {...tableRole.rowHeader} className="ss-row-number" id={rowId(fieldKey, id)}>{number}</th>
      {field.columns.map(column => (
        <td key={column.id} {...tableRole.cell} data-kind={column.kind} data-label={column.label[language]} onKeyDown={event => { press(event, column.id) }}>
          <Cell field={column} fieldKey={keyOf(fieldKey, id, column.id)} labelledBy={`${columnId(fieldKey, column.id)} ${rowId(fieldKey, id)}`} />
        </td>
      ))}
      {suggests !== null && (
        <td {...tableRole.cell} className="ss-row-tools"><SuggestRemoval list={fieldKey} item={id} id={`${rowId(fieldKey, id)}-suggestRemoval`} ofId={rowId(fieldKey, id)} row={number} /></td>
      )}
      {!readOnly && (
        <td {...tableRole.cell} className="ss-row-tools">
          <Button icon variant="tertiary" data-color="neutral" data-size="sm" aria-label={t('removeRowNumber', { number })} onClick={() => { remove(id) }}><TrashIcon aria-hidden /></Button>
        </td>
      )}
    </tr>
  )
})
