import type { FileReference, Unread } from '../document/index.ts'
import type { RichTextMark } from '../rich-text/index.ts'

/** What differs between two states of a behovsmelding, by section in the form's order. What is alike is left out, the path to a difference is kept: equal values give no sections. */
export interface Comparison { readonly sections: readonly SectionChange[] }

/** The differences of one section. `section` and every `field`, `row` below are ids of the template. */
export interface SectionChange { readonly section: string, readonly changes: readonly FieldChange[] }

/** An answer that is one value. */
export type Plain = number | boolean | string | Unread

/** One answer, old and new; null is not answered. `difference`: kroner, new less old, where both are amounts; else null. A `sum` is computed from both sides. */
export interface PlainChange { readonly kind: 'plain', readonly field: string, readonly before: Plain | null, readonly after: Plain | null, readonly difference: number | null }

/** Options (ids) that are not chosen any more, and that are now. */
export interface ChoicesChange { readonly kind: 'choices', readonly field: string, readonly deleted: readonly string[], readonly inserted: readonly string[] }

/** Files that are gone, and that have come. */
export interface FilesChange { readonly kind: 'files', readonly field: string, readonly deleted: readonly FileReference[], readonly inserted: readonly FileReference[] }

/** Rich text, block by block in reading order. No blocks: the words are the same, and only lists' bounds and the like differ. */
export interface RichTextChange { readonly kind: 'richText', readonly field: string, readonly blocks: readonly BlockChange[] }

/** A contact: the differences of its parts. */
export interface PartsChange { readonly kind: 'parts', readonly field: string, readonly changes: readonly FieldChange[] }

/** A table with fixed rows: the differences by row, and the computed sum of all its amounts (kroner) where it shows one and it changed. */
export interface RowsChange {
  readonly kind: 'rows'
  readonly field: string
  readonly rows: readonly { readonly row: string, readonly changes: readonly FieldChange[] }[]
  readonly total: { readonly before: number, readonly after: number } | null
}

/** A group or a free table: its items that differ, in the order of the later state; removed ones where they stood. */
export interface ItemsChange { readonly kind: 'items', readonly field: string, readonly items: readonly ItemChange[] }

/**
 * One item. `before`, `after`: its number, from 1; null where it is not there: added or removed. `moved`: its place among
 * those that are in both changed; as few as possible are called so. `changes`: of its fields; of an added or removed one, all it holds.
 */
export interface ItemChange {
  readonly id: string
  /** The answer that names an item of a group, the later one; null without one. */
  readonly name: string | null
  readonly before: number | null
  readonly after: number | null
  readonly moved: boolean
  readonly changes: readonly FieldChange[]
}

/** What differs in one field. */
export type FieldChange = PlainChange | ChoicesChange | FilesChange | RichTextChange | PartsChange | RowsChange | ItemsChange

/** Whether something was there on both sides, or on one. */
export type Presence = 'deleted' | 'inserted' | 'changed'

/** A stretch of text. `marks` as it is now, or was where it is deleted. `was`: the marks before, where the words stayed and the marks did not. */
export interface Run {
  readonly kind: 'same' | 'deleted' | 'inserted'
  readonly text: string
  readonly marks: readonly RichTextMark[]
  readonly was?: readonly RichTextMark[]
}

/** What a block of text is. `list` and `depth` (0: in none): the innermost list it stands in; `begins`: it is the first of its list item. */
export interface Shape {
  readonly type: 'paragraph' | 'heading'
  readonly level?: number
  readonly list: 'bulleted' | 'numbered' | null
  readonly depth: number
  readonly begins: boolean
}

/** A paragraph or heading. `was`: its shape before, where that changed. `number`: its item's in a numbered list. */
export interface TextChange { readonly kind: 'text', readonly change: Presence, readonly shape: Shape, readonly was?: Shape, readonly number: number | null, readonly runs: readonly Run[] }

/** What is known of a stored image. */
export interface ImageFacts { readonly hash: string, readonly alt: string }

/** An image that came, went, or has another alternative text or size. */
export interface ImageChange { readonly kind: 'image', readonly change: Presence, readonly image: ImageFacts, readonly was?: ImageFacts }

/** A row of a table inside rich text; `same` rows are there so that the table can be read. `reshaped`: headings, widths or the like changed. */
export interface TableRowChange { readonly change: Presence | 'same', readonly reshaped: boolean, readonly cells: readonly (readonly Run[])[] }

/** A table, whole. */
export interface TableChange { readonly kind: 'table', readonly change: Presence, readonly rows: readonly TableRowChange[] }

/** So many blocks that are alike. */
export interface Gap { readonly kind: 'gap', readonly blocks: number }

/** One piece of a rich text that changed. */
export type BlockChange = TextChange | ImageChange | TableChange | Gap
