import type { FileReference, Item, Unread, Value, Values } from '../document/index.ts'
import { isEmptyRichText, isImageHash, validRichText } from '../rich-text/index.ts'
import type { Field } from '../template/index.ts'
import { isItemId, type AnswerField } from './place.ts'

/** Characters in one line of text, and in what stands where a number is asked for: far above what anybody types there. */
export const longestLine = 10_000
/** Files in one answer, and rows in one table or items in one list. */
const mostFiles = 100
const mostItems = 500

type Given = Readonly<Record<string, unknown>>

const isObject = (given: unknown): given is Given => typeof given === 'object' && given !== null && !Array.isArray(given)
const isLine = (given: unknown): given is string => typeof given === 'string' && given.length <= longestLine

function unread (given: unknown): Unread | undefined {
  return isObject(given) && isLine(given['unread']) ? { unread: given['unread'].toWellFormed() } : undefined
}

function file (given: unknown): FileReference | undefined {
  if (!isObject(given)) return undefined
  const { hash, name, type, bytes } = given
  if (!isImageHash(hash) || !isLine(name) || !isLine(type) || typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0) return undefined
  return { hash, name: name.toWellFormed(), type: type.toWellFormed(), bytes }
}

// Each as it must be, or none of them.
function all<T> (given: unknown, most: number, read: (one: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(given) || given.length > most) return undefined
  const list = given.map(read)
  const whole = list.filter(one => one !== undefined)
  return whole.length === list.length ? whole : undefined
}

function richText (given: unknown): Value | null | undefined {
  const node = validRichText(given)
  if (node === null) return undefined
  return isEmptyRichText(node) ? null : node
}

/** An answer out of a proposal, held to its question's kind; null: no answer. Undefined: no such question could hold it. */
export function readAnswer (field: AnswerField, given: unknown): Value | null | undefined {
  if (given === null) return null
  switch (field.kind) {
    case 'text': return isLine(given) ? given.toWellFormed().trim() || null : undefined
    case 'richText': return richText(given)
    case 'yesNo': return typeof given === 'boolean' ? given : unread(given)
    case 'choice': return field.options.some(option => option.id === given) ? String(given) : unread(given)
    case 'date': return typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : unread(given)
    case 'choices': {
      const ids = all(given, field.options.length, id => field.options.find(option => option.id === id)?.id)
      return ids?.length === 0 ? null : ids
    }
    case 'attachment': {
      const files = all(given, mostFiles, file)
      return files?.length === 0 ? null : files
    }
    default: return typeof given === 'number' && Number.isFinite(given) ? given : unread(given)
  }
}

// Undefined: not as it must be. Null: nothing.
function readField (field: Field, given: unknown): Value | null | undefined {
  switch (field.kind) {
    case 'sum': return undefined
    case 'contact': return readValues(field.parts, given)
    case 'fixedTable': {
      if (!isObject(given)) return undefined
      const rows: Record<string, Values> = {}
      for (const [id, cells] of Object.entries(given)) {
        const read = field.rows.some(row => row.id === id) ? readValues(field.columns, cells) : undefined
        if (read === undefined) return undefined
        rows[id] = read
      }
      return rows
    }
    case 'freeTable': return readItems(field.columns, given)
    case 'group': return readItems(field.fields, given)
    default: return readAnswer(field, given)
  }
}

function readItems (fields: readonly Field[], given: unknown): readonly Item[] | undefined {
  return all(given, mostItems, one => {
    if (!isObject(one) || typeof one['id'] !== 'string' || !isItemId(one['id'])) return undefined
    const values = readValues(fields, one['values'])
    return values === undefined ? undefined : { id: one['id'], values }
  })
}

/** What an item holds, out of a proposal, held to its questions. Undefined: no such item could hold it. */
export function readValues (fields: readonly Field[], given: unknown): Values | undefined {
  if (!isObject(given)) return undefined
  const values: Record<string, Value> = {}
  for (const [id, each] of Object.entries(given)) {
    const field = fields.find(one => one.id === id)
    const value = field === undefined ? undefined : readField(field, each)
    if (value === undefined) return undefined
    if (value !== null) values[id] = value
  }
  return values
}
