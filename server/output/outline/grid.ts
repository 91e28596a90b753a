import type { RichTextNode } from '@samskriv/shared/rich-text'

/** A cell in its place; `width` and `height` in columns and rows. `B`: the blocks it holds. */
export interface GridCell<B> {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly header: boolean
  readonly blocks: readonly B[]
}

/** A table that fits: every place is covered once. The first `headerRows` rows head the columns. */
export interface Grid<B> { readonly columns: number, readonly rows: number, readonly headerRows: number, readonly cells: readonly GridCell<B>[] }

function span (node: RichTextNode, name: string): number {
  const value = node.attrs?.[name]
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1
}

// How many of the places wanted, to the right from x, are free.
function freeWidth (taken: readonly boolean[], x: number, wanted: number): number {
  let width = 1
  while (width < wanted && taken[x + width] !== true) width += 1
  return width
}

function isHeaderRow (row: RichTextNode): boolean {
  const cells = row.content ?? []
  return cells.length > 0 && cells.every(cell => cell.type === 'tableHeader')
}

function headerRowsOf (rows: readonly RichTextNode[]): number {
  const body = rows.findIndex(row => !isHeaderRow(row))
  return body === -1 ? 0 : body
}

/**
 * A rich text table as a grid. Two people changing a table at once can leave rows of different length and spans that
 * overlap or reach outside: they are cut to fit and holes are filled, as neither Word nor PDF can open such a table.
 */
export function gridOf<B> (table: RichTextNode, blocksOf: (node: RichTextNode) => readonly B[]): Grid<B> {
  const rows = (table.content ?? []).filter(row => (row.content ?? []).length > 0)
  const headerRows = headerRowsOf(rows)
  const taken: boolean[][] = rows.map(() => [])
  const cells: GridCell<B>[] = []
  rows.forEach((row, y) => {
    const line = taken[y] ?? []
    let x = 0
    for (const node of row.content ?? []) {
      while (line[x] === true) x += 1
      const width = freeWidth(line, x, span(node, 'colspan'))
      // A heading cell may not reach down out of the heading rows.
      const last = y < headerRows ? headerRows : rows.length
      const height = Math.min(span(node, 'rowspan'), last - y)
      for (let dy = 0; dy < height; dy += 1) for (let dx = 0; dx < width; dx += 1) (taken[y + dy] ?? [])[x + dx] = true
      cells.push({ x, y, width, height, header: node.type === 'tableHeader', blocks: blocksOf(node) })
      x += width
    }
  })
  const columns = Math.max(1, ...taken.map(line => line.length))
  const holes = taken.flatMap((line, y) => Array.from({ length: columns }, (_, x) => x).filter(x => line[x] !== true)
    .map((x): GridCell<B> => ({ x, y, width: 1, height: 1, header: y < headerRows, blocks: [] })))
  return { columns, rows: rows.length, headerRows, cells: [...cells, ...holes].toSorted((a, b) => a.y - b.y || a.x - b.x) }
}
