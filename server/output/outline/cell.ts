import type { FileReference, Value } from '@samskriv/shared/document'
import type { Field, Option } from '@samskriv/shared/template'
import type { Language } from '@samskriv/shared/base'
import { formatAmount, formatInteger, formatPercentage } from '@samskriv/shared/field'
import { wordsOf } from '../words.ts'
import type { Cell, Mark } from './block.ts'
import { dayText } from './numbers.ts'

/** A field answered by one short value. */
export type ShortField = Extract<Field, { kind: 'text' | 'amount' | 'percentage' | 'integer' | 'yesNo' | 'choice' | 'choices' | 'date' | 'attachment' }>

const empty: Cell = { kind: 'empty' }

const isFile = (value: unknown): value is FileReference => typeof value === 'object' && value !== null && 'hash' in value && 'name' in value

// What does not fit its field is shown as it was written, marked: nothing anybody wrote is left out of a document.
function unread (value: Value): Cell {
  if (typeof value === 'object' && 'unread' in value && typeof value.unread === 'string') return { kind: 'unread', text: value.unread }
  return { kind: 'unread', text: typeof value === 'object' ? JSON.stringify(value) : String(value) }
}

function marks (options: readonly Option[], chosen: readonly string[], language: Language): Cell {
  const list: Mark[] = options.map(option => ({ label: option.label[language], chosen: chosen.includes(option.id) }))
  return { kind: 'marks', marks: list, stacked: true }
}

function yesNo (value: boolean | null, language: Language): Cell {
  const { yes, no } = wordsOf[language]
  return { kind: 'marks', marks: [{ label: yes, chosen: value === true }, { label: no, chosen: value === false }], stacked: false }
}

function strings (value: Value): readonly string[] | null {
  return Array.isArray(value) && value.every(entry => typeof entry === 'string') ? value : null
}

function knownOptions (options: readonly Option[], ids: readonly string[]): boolean {
  return ids.every(id => options.some(option => option.id === id))
}

/**
 * A short field's value as a cell. What is absent is empty; what cannot be read as the field's kind is kept, marked. In a
 * table (`small`) a choice is only its words, as there is no room for every box.
 */
export function cellOf (field: ShortField, value: Value | undefined, language: Language, small = false): Cell {
  if (value === undefined) return empty
  switch (field.kind) {
    case 'text': return typeof value === 'string' ? { kind: 'text', text: value } : unread(value)
    case 'amount': return typeof value === 'number' ? { kind: 'number', text: formatAmount(value) } : unread(value)
    case 'integer': return typeof value === 'number' ? { kind: 'number', text: formatInteger(value) } : unread(value)
    case 'percentage': return typeof value === 'number' ? { kind: 'number', text: formatPercentage(value) } : unread(value)
    case 'yesNo': return typeof value === 'boolean' ? yesNo(value, language) : unread(value)
    case 'choice': {
      const option = field.options.find(option => option.id === value)
      if (option === undefined) return unread(value)
      return small ? { kind: 'text', text: option.label[language] } : marks(field.options, [option.id], language)
    }
    case 'choices': {
      const chosen = strings(value)
      return chosen !== null && knownOptions(field.options, chosen) ? marks(field.options, chosen, language) : unread(value)
    }
    case 'date': {
      const text = typeof value === 'string' ? dayText(value, language) : null
      return text === null ? unread(value) : { kind: 'text', text }
    }
    case 'attachment': return Array.isArray(value) && value.every(isFile) ? { kind: 'files', files: value } : unread(value)
  }
}

/** An unanswered short field that is a matter of ticking: its boxes, all of them open. Null for other kinds. */
export function openMarks (field: ShortField, language: Language): readonly Mark[] | null {
  const cell = field.kind === 'yesNo' ? yesNo(null, language) : field.kind === 'choice' || field.kind === 'choices' ? marks(field.options, [], language) : null
  return cell?.kind === 'marks' ? cell.marks : null
}
