import type { FileReference } from '@samskriv/shared/document'
import type { RichTextNode } from '@samskriv/shared/rich-text'

/** One answer, as short as it is. Numbers are text already, with their hard spaces. */
export type Cell =
  | { readonly kind: 'text', readonly text: string }
  | { readonly kind: 'number', readonly text: string }
  | { readonly kind: 'marks', readonly marks: readonly Mark[], readonly stacked: boolean }
  | { readonly kind: 'unread', readonly text: string }
  | { readonly kind: 'files', readonly files: readonly FileReference[] }
  | { readonly kind: 'empty' }

/** A check box with its label. */
export interface Mark { readonly label: string, readonly chosen: boolean }

/** A column: numbers stand to the right. */
export interface Column { readonly label: string, readonly numbers: boolean }

/** A row. `heading` is the question its cells answer, where the table has such a column; a sum is computed. */
export interface Row { readonly heading: string | null, readonly cells: readonly Cell[], readonly sum: boolean }

/** What a document consists of, from the top down. No renderer knows the form: it knows these. */
export type Block =
  /** A section (level 1) or an item of a group (level 2). */
  | { readonly kind: 'heading', readonly level: 1 | 2, readonly text: string, readonly newPage: boolean }
  /** Short questions with their answers beside them. */
  | { readonly kind: 'facts', readonly facts: readonly { readonly question: string, readonly answer: Cell }[] }
  /** A table with a heading over it (null: the section's heading is enough). `rowHeading` names the first column where rows have headings. */
  | { readonly kind: 'table', readonly question: string | null, readonly level: 2 | 3, readonly rowHeading: string | null, readonly columns: readonly Column[], readonly rows: readonly Row[] }
  /** A long answer under its question. Null: not answered. */
  | { readonly kind: 'rich', readonly question: string | null, readonly level: 2 | 3, readonly node: RichTextNode | null }

/** A whole document. `at` is the moment the version was made, ISO 8601 UTC: the only time a document knows. */
export interface Outline {
  readonly title: string
  readonly issuer: string
  readonly stamp: string
  readonly footer: string
  readonly at: string
  readonly blocks: readonly Block[]
}
