import type { RichTextNode } from '../rich-text/node.ts'

/**
 * Text that somebody put where a number, date or choice is asked for. It is kept and shown with a message, counts as
 * nothing in sums, and is an error when somebody locks.
 */
export interface Unread { readonly unread: string }

/** A file that belongs to an answer. `hash` is the lower-case hex SHA-256 of its bytes. */
export interface FileReference { readonly hash: string, readonly name: string, readonly type: string, readonly bytes: number }

/** What may lie in the live document under one key: never merged letter by letter. */
export type Atomic = number | boolean | string | readonly string[] | Unread | FileReference

/** One row of a free table, or one item of a group: its id and the values of its fields. Empty fields are left out. */
export interface Item { readonly id: string, readonly values: Values }

/**
 * The value of one field as plain data, by kind: text → string; richText → document node; amount, percentage, integer →
 * number (kroner, per cent, count) or Unread; yesNo → boolean; choice → option id or Unread; choices → option ids in the
 * template's order; date → YYYY-MM-DD or Unread; contact → Values by part; fixedTable → Values by row id, each Values by
 * column id; freeTable, group → items in order; attachment → files. Sums are computed and never here.
 */
export type Value = string | number | boolean | Unread | RichTextNode | readonly string[] | readonly FileReference[] | readonly Item[] | Values

/** Values by field id. What is empty is absent: a placeholder is emptiness, never content. */
export interface Values { readonly [fieldId: string]: Value }

/** A behovsmelding at one moment, as plain data: what is checked, summed, compared, hashed and exported. */
export interface Projection {
  readonly template: { readonly id: string, readonly version: number }
  readonly values: Values
}
