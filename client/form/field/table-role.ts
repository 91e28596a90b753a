/**
 * The roles a table's parts have anyway. They are said aloud, by spreading, because on a phone the rows are stacked with
 * `display: block`, and browsers then forget that they are a table.
 */
export const tableRole = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  rowHeader: { role: 'rowheader', scope: 'row' },
  columnHeader: { role: 'columnheader', scope: 'col' },
} as const
