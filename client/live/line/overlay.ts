import type { Edit } from './edit.ts'
import type { Step } from './shift.ts'

interface Unit { readonly unit: string, shown: boolean, present: boolean }

/**
 * A line while the field may not be touched (an input method is composing): the field goes on showing what it showed, plus
 * what is typed into it, while the document takes in what others write. One cell per UTF-16 unit of either keeps the two
 * apart, so that what is typed in the field lands where it belongs in the document.
 */
export interface Overlay {
  /** What the field shows. */
  shown(): string
  /** Others changed the document. */
  changed(steps: readonly Step[]): void
  /** The field was edited. Gives the same in the document's positions, from the back to the front, to be done in that order. */
  typed(edit: Edit): readonly Edit[]
  /** Where a position in the field lies in the document. */
  positionOf(shown: number): number
}

function cellsOf (text: string, shown: boolean): Unit[] {
  return Array.from({ length: text.length }, (_, at) => ({ unit: text.charAt(at), shown, present: true }))
}

// Neighbours go as one: a surrogate pair removed half by half would come back broken by an undo.
function remove (edits: Edit[], index: number): void {
  const last = edits.at(-1)
  if (last !== undefined && last.index === index + 1) edits[edits.length - 1] = { index, remove: last.remove + 1, insert: '' }
  else edits.push({ index, remove: 1, insert: '' })
}

/** Opens an {@link Overlay} at a moment when field and document show the same. */
export function openOverlay (text: string): Overlay {
  const units = cellsOf(text, true)

  // Index of the cell before which a position lies, counting only the cells that `counts`.
  function cellAt (position: number, counts: 'shown' | 'present'): number {
    let left = position
    for (const [at, unit] of units.entries()) {
      if (left === 0) return at
      if (unit[counts]) left -= 1
    }
    return units.length
  }

  const presentBefore = (cell: number): number => units.slice(0, cell).filter(unit => unit.present).length

  return {
    shown: () => units.filter(unit => unit.shown).map(unit => unit.unit).join(''),
    changed (steps) {
      let at = 0
      for (const step of steps) {
        if ('keep' in step) {
          at += step.keep
        } else if ('insert' in step) {
          units.splice(cellAt(at, 'present'), 0, ...cellsOf(step.insert, false))
          at += step.insert.length
        } else {
          const gone = units.filter(unit => unit.present).slice(at, at + step.remove)
          for (const unit of gone) unit.present = false
        }
      }
    },
    typed ({ index, remove: count, insert }) {
      const edits: Edit[] = []
      const gone = units.filter(unit => unit.shown).slice(index, index + count)
      for (const unit of gone.toReversed()) {
        if (unit.present) remove(edits, presentBefore(units.indexOf(unit)))
        unit.shown = false
        unit.present = false
      }
      if (insert !== '') {
        const cell = cellAt(index, 'shown')
        edits.push({ index: presentBefore(cell), remove: 0, insert })
        units.splice(cell, 0, ...cellsOf(insert, true))
      }
      return edits
    },
    positionOf: shown => presentBefore(cellAt(shown, 'shown')),
  }
}
