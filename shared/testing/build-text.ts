import type { RichTextMark, RichTextNode } from '../rich-text/index.ts'

type Inline = string | RichTextNode

const inline = (parts: readonly Inline[]): RichTextNode[] => parts.map(part => typeof part === 'string' ? { type: 'text', text: part } : part)
const marked = (text: string, mark: RichTextMark): RichTextNode => ({ type: 'text', text, marks: [mark] })
const item = (part: Inline): RichTextNode => ({ type: 'listItem', content: [p(part)] })

/** Rich text of these blocks. */
export function rich (...blocks: readonly RichTextNode[]): RichTextNode { return { type: 'doc', content: blocks } }
/** A paragraph. */
export function p (...parts: readonly Inline[]): RichTextNode { return { type: 'paragraph', content: inline(parts) } }
/** A heading inside an answer; the form's own are 1–3. */
export function h (text: string, level: 4 | 5 = 4): RichTextNode { return { type: 'heading', attrs: { level }, content: inline([text]) } }
/** A bulleted list, one paragraph an item. */
export function bullets (...items: readonly Inline[]): RichTextNode { return { type: 'bulletList', content: items.map(item) } }
/** A numbered list, one paragraph an item. */
export function numbers (...items: readonly Inline[]): RichTextNode { return { type: 'orderedList', attrs: { start: 1 }, content: items.map(item) } }
/** Bold words. */
export function b (text: string): RichTextNode { return marked(text, { type: 'bold' }) }
/** Italic words. */
export function i (text: string): RichTextNode { return marked(text, { type: 'italic' }) }
/** A link. */
export function a (text: string, href: string): RichTextNode { return marked(text, { type: 'link', attrs: { href } }) }
/** Words that a person suggests to put in. */
export function ins (text: string, by: string, id: string): RichTextNode { return marked(text, { type: 'insertion', attrs: { id, by } }) }
/** Words that a person suggests to take away. */
export function del (text: string, by: string, id: string): RichTextNode { return marked(text, { type: 'deletion', attrs: { id, by } }) }
/** A table whose first row is its heading. */
export function table (...rows: readonly (readonly string[])[]): RichTextNode {
  return {
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      content: cells.map(cell => ({ type: index === 0 ? 'tableHeader' : 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [p(cell)] })),
    })),
  }
}
