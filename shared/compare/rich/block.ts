import type { RichTextMark } from '../../rich-text/index.ts'
import type { ImageFacts, Shape } from '../comparison.ts'

/** Text with its marks: each span ends where the next begins. */
export interface Line { readonly text: string, readonly spans: readonly Span[] }

/** A stretch of a line with the same marks, up to `to` (characters from the line's beginning). */
export interface Span { readonly to: number, readonly marks: readonly RichTextMark[], readonly key: string }

/** What every block has: `key` is equal for equal blocks alone; `words` say how much two are alike, and are looked for only where that is asked. */
interface Alignable { readonly key: string, words (): readonly string[] }

/** A paragraph or heading. */
export interface TextBlock extends Alignable { readonly type: 'text', readonly shape: Shape, readonly number: number | null, readonly line: Line }
/** An image. */
export interface ImageBlock extends Alignable { readonly type: 'image', readonly image: ImageFacts }
/** A row of a table: a line for each cell. `frame` is all of it but the words. */
export interface RowBlock extends Alignable { readonly type: 'row', readonly frame: string, readonly cells: readonly Line[] }
/** A table. */
export interface TableBlock extends Alignable { readonly type: 'table', readonly rows: readonly RowBlock[] }

/** What a rich text is a row of. */
export type Block = TextBlock | ImageBlock | TableBlock
