import { describe, expect, it } from 'vitest'
import type { RichTextNode } from '@samskriv/shared/rich-text'
import { seeded } from '../../../shared/testing/random.ts'
import { table, td, th, tr } from '../testing/sample.ts'
import { type Grid, gridOf } from './grid.ts'

const wordsOf = (node: RichTextNode): string[] => [JSON.stringify(node.content)]
const grid = (...rows: readonly RichTextNode[]): Grid<string> => gridOf(table(...rows), wordsOf)

/** How often each place of a grid is covered, row by row. */
function covered ({ columns, rows, cells }: Grid<string>): number[][] {
  const counts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))
  for (const cell of cells) {
    for (let y = cell.y; y < cell.y + cell.height; y += 1) for (let x = cell.x; x < cell.x + cell.width; x += 1) {
      const row = counts[y]
      const before = row?.[x]
      if (row === undefined || before === undefined) throw new Error(`a cell reaches out to ${x}, ${y}`)
      row[x] = before + 1
    }
  }
  return counts
}

describe('A table as a grid', () => {
  it('places cells that span rows and columns', () => {
    const made = grid(tr(th('a'), th('b'), th('c')), tr(td('d', { rowspan: 2 }), td('e', { colspan: 2 })), tr(td('f'), td('g')))
    expect(made).toMatchObject({ columns: 3, rows: 3, headerRows: 1 })
    expect(made.cells.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [0, 0, 1, 1], [1, 0, 1, 1], [2, 0, 1, 1], [0, 1, 1, 2], [1, 1, 2, 1], [1, 2, 1, 1], [2, 2, 1, 1],
    ])
  })

  it('has no heading rows when every row is one, since nothing is left for them to head', () => {
    expect(grid(tr(th('a')), tr(th('b'))).headerRows).toBe(0)
  })

  it('covers every place exactly once and keeps every cell, however the table was left', () => {
    const seed = 20_261_122
    const random = seeded(seed)
    for (let round = 0; round < 300; round += 1) {
      const rows = Array.from({ length: 1 + random.below(4) }, () => tr(...Array.from({ length: 1 + random.below(4) }, (_, cell) =>
        (random.below(4) === 0 ? th : td)(`${cell}`, { colspan: 1 + random.below(4), rowspan: 1 + random.below(4) }))))
      const made = grid(...rows)
      expect(covered(made).flat().every(count => count === 1), `seed ${seed}, round ${round}`).toBe(true)
      const written = rows.flatMap(row => row.content ?? []).flatMap(wordsOf).toSorted()
      expect(made.cells.flatMap(cell => cell.blocks).toSorted(), `seed ${seed}, round ${round}`).toEqual(written)
    }
  })
})
