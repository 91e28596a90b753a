import type { FileReference, Item, Unread, Value, Values } from '../document/index.ts'
import type { RichTextNode } from '../rich-text/index.ts'
import type { Plain } from './comparison.ts'
import { boundedText } from './rich/bounded.ts'

// A value is what its field's kind says; what a raw client put there instead is read as no answer, or as text nobody can read.

const isObject = (value: Value | undefined): value is Exclude<Value, string | number | boolean> => typeof value === 'object' && value !== null

/** Values by id. */
export function asValues (value: Value | undefined): Values {
  return isObject(value) && !Array.isArray(value) ? value as Values : {}
}

/** Rich text, or null for none. */
export function asRichText (value: Value | undefined): RichTextNode | null {
  return isObject(value) && 'type' in value && typeof value.type === 'string' ? value as RichTextNode : null
}

function isUnread (value: Value): value is Unread { return isObject(value) && 'unread' in value && typeof value.unread === 'string' }

/** One value, or null for none. What it should not be is kept as text nobody can read. */
export function asPlain (value: Value | undefined): Plain | null {
  if (value === undefined || value === '') return null
  if (typeof value !== 'object' || isUnread(value)) return value
  return { unread: boundedText(value) }
}

const rows = (value: Value | undefined): readonly unknown[] => Array.isArray(value) ? value : []

/** Ids of options. */
export function asIds (value: Value | undefined): readonly string[] {
  return rows(value).filter(one => typeof one === 'string')
}

const has = <Key extends string>(one: unknown, key: Key): one is Record<Key, unknown> => typeof one === 'object' && one !== null && key in one

/** Files. */
export function asFiles (value: Value | undefined): readonly FileReference[] {
  return rows(value).filter((one): one is FileReference => has(one, 'hash') && has(one, 'name'))
}

/** Items of a group or a free table, each id once. */
export function asItems (value: Value | undefined): readonly Item[] {
  const items = new Map<string, Item>()
  for (const one of rows(value)) {
    if (!has(one, 'id') || typeof one.id !== 'string' || !has(one, 'values') || items.has(one.id)) continue
    items.set(one.id, { id: one.id, values: typeof one.values === 'object' && one.values !== null ? one.values as Values : {} })
  }
  return [...items.values()]
}
