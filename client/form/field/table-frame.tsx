import type { CellField, Field } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { elementId } from '../element-id.ts'
import { AnswerNote, Note } from '../notes.ts'
import { useForm } from '../setting.ts'
import { FieldComments } from '../comment-mark.tsx'
import { Guidance, MustMark } from './frame.tsx'
import { Advice } from './messages.tsx'
import { tableRole } from './table-role.ts'

/** Whether a table's cells hold words: on a phone its rows are then stacked instead of squeezed. */
export function isWordy (columns: readonly CellField[]): boolean {
  return columns.some(column => column.kind === 'text' || column.kind === 'choice')
}

interface Props {
  readonly field: Pick<Field, 'label' | 'guidance' | 'kind'>
  readonly fieldKey: string
  readonly columns: readonly CellField[]
  /** The first heading: over the rows' own headings, or none. */
  readonly corner: ReactNode
  /** Headings after the columns'. */
  readonly after?: ReactNode
  readonly children: ReactNode
  readonly below?: ReactNode
}

/** A table with its question. The roles are said aloud because the stacked rows of a phone would otherwise lose them. */
export function TableFrame ({ field, fieldKey, columns, corner, after, children, below }: Props): ReactNode {
  const { language, readOnly } = useForm()
  return (
    <div className="ss-field" data-kind={field.kind} data-key={fieldKey}>
      <p className="ss-question" id={elementId.label(fieldKey)}>{field.label[language]}<MustMark fieldKey={fieldKey} /></p>
      <FieldComments fieldKey={fieldKey} />
      <Guidance field={field} fieldKey={fieldKey} />
      <Note fieldKey={fieldKey} />
      {/* Where it scrolls sideways the keyboard must reach it: by its fields, or, when it is only read, by itself. */}
      <div className="ss-table-scroll" {...readOnly ? { role: 'group', tabIndex: 0, 'aria-labelledby': elementId.label(fieldKey) } : {}}>
        <table className="ss-table" {...tableRole.table} aria-labelledby={elementId.label(fieldKey)} data-stack={isWordy(columns) || undefined}>
          <thead {...tableRole.group}>
            <tr {...tableRole.row}>
              {corner}
              {columns.map(column => (
                <th key={column.id} {...tableRole.columnHeader} data-kind={column.kind} id={columnId(fieldKey, column.id)}>{column.label[language]}</th>
              ))}
              {after}
            </tr>
          </thead>
          {children}
        </table>
      </div>
      <Advice fieldKey={fieldKey} />
      <AnswerNote fieldKey={fieldKey} />
      {below}
    </div>
  )
}

/** Id of a column's heading. */
export function columnId (fieldKey: string, column: string): string { return `${elementId.label(fieldKey)}--${column}` }
/** Id of a row's heading. */
export function rowId (fieldKey: string, row: string): string { return `${elementId.label(fieldKey)}-row-${row}` }
