import type { RichTextNode } from './node.ts'
import { newLine, newParagraph } from './suggestion-mark.ts'

const letters = new RegExp(`([${newParagraph}${newLine}])`, 'u')

/** A block with the new paragraphs and lines that letters stand for in it, as accepting them would make. A block without such letters is itself. */
export function parted (block: RichTextNode): readonly RichTextNode[] {
  const { content = [] } = block
  if (!content.some(node => letters.test(node.text ?? ''))) return [block]
  const rows: RichTextNode[][] = [[]]
  for (const node of content) {
    for (const text of node.type === 'text' ? (node.text ?? '').split(letters) : [null]) {
      if (text === newParagraph) rows.push([])
      else if (text === newLine) rows.at(-1)?.push({ type: 'hardBreak' })
      else if (text === null) rows.at(-1)?.push(node)
      else if (text !== '') rows.at(-1)?.push({ ...node, text })
    }
  }
  return rows.map((row, index) => ({ ...(index === 0 ? { ...block } : { type: 'paragraph' }), content: row }))
    .map(({ content: row, ...rest }) => row.length === 0 ? rest : { ...rest, content: row })
}
