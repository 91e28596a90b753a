import type { Language } from '@samskriv/shared/base'
import type { Atomic, Unread } from '@samskriv/shared/document'
import { type AtomicField, type FieldReason, formatAmount, formatDate, formatInteger, formatPercentage, parseAnswer } from '@samskriv/shared/field'

/** Whether a value is a text that could not be read as what was asked for. */
export function isUnread (value: Atomic | undefined): value is Unread {
  return typeof value === 'object' && 'unread' in value
}

/** A value as it stands in the field: `330 000`, `12,5 %`, `1. februar 2026`; what could not be read as it was written. */
export function shownValue (field: AtomicField, value: Atomic | undefined, language: Language): string {
  if (value === undefined) return ''
  if (isUnread(value)) return value.unread
  if (typeof value === 'number') {
    return field.kind === 'percentage' ? formatPercentage(value) : field.kind === 'integer' ? formatInteger(value) : formatAmount(value)
  }
  return field.kind === 'date' && typeof value === 'string' ? formatDate(value, language) : String(value)
}

/** What to store for a text somebody typed: the value, nothing for an emptiness, else the text itself, kept. */
export function storedValue (field: AtomicField, text: string): Atomic | undefined {
  const parsed = parseAnswer(field, text)
  if (parsed.ok) return parsed.value
  return parsed.reason === 'empty' ? undefined : { unread: text.trim() }
}

/** Why what stands in the field is no answer. Null: it is one, or there is none. */
export function troubleOf (field: AtomicField, value: Atomic | undefined): FieldReason | null {
  if (!isUnread(value)) return null
  const parsed = parseAnswer(field, value.unread)
  return parsed.ok ? null : parsed.reason
}
