import { isAllowedLink, isImageHash, type RichTextMark, type RichTextNode } from '@samskriv/shared/rich-text'
import { createElement, Fragment, memo, type ReactNode } from 'react'

interface Props {
  readonly node: RichTextNode
  /** Where a stored image is. */
  readonly imageAddress: (hash: string) => string
}

const tags: Readonly<Record<string, string>> = { paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', tableRow: 'tr' }
const text = (value: unknown): string => typeof value === 'string' ? value : ''
const count = (value: unknown): number | undefined => typeof value === 'number' && value > 1 ? value : undefined

// The order ProseMirror nests marks in is the schema's: a suggestion outside link outside bold outside italic outside a comment's.
const markOrder = ['insertion', 'deletion', 'link', 'bold', 'italic', 'comment']

function marked (content: ReactNode, mark: RichTextMark): ReactNode {
  if (mark.type === 'bold') return <strong>{content}</strong>
  if (mark.type === 'italic') return <em>{content}</em>
  if (mark.type === 'comment') return <span data-comment={text(mark.attrs?.['thread'])}>{content}</span>
  if (mark.type === 'insertion') return <ins data-suggestion={text(mark.attrs?.['id'])} data-by={text(mark.attrs?.['by'])}>{content}</ins>
  if (mark.type === 'deletion') return <del data-suggestion={text(mark.attrs?.['id'])} data-by={text(mark.attrs?.['by'])}>{content}</del>
  const href = text(mark.attrs?.['href'])
  // What others' clients wrote is not to be trusted here any more than in the editor.
  if (mark.type !== 'link' || !isAllowedLink(href)) return content
  return <a href={href} rel="noopener noreferrer nofollow" target="_blank">{content}</a>
}

function Run ({ node }: { readonly node: RichTextNode }): ReactNode {
  const marks = (node.marks ?? []).toSorted((a, b) => markOrder.indexOf(b.type) - markOrder.indexOf(a.type))
  let content: ReactNode = node.text ?? ''
  for (const mark of marks) content = marked(content, mark)
  return content
}

function Picture ({ node, imageAddress }: Props): ReactNode {
  const hash = node.attrs?.['hash']
  const source = isImageHash(hash) ? imageAddress(hash) : undefined
  return (
    <img
      className="ss-image" alt={text(node.attrs?.['alt'])} data-hash={text(hash)} draggable={false} loading="lazy"
      width={count(node.attrs?.['width'])} height={count(node.attrs?.['height'])} src={source}
    />
  )
}

function Children ({ node, imageAddress }: Props): ReactNode {
  // Blocks have no ids: their place is what they are known by, and a change re-renders what follows.
  // oxlint-disable-next-line react/no-array-index-key
  return (node.content ?? []).map((child, index) => <Node key={index} node={child} imageAddress={imageAddress} />)
}

const Node = memo(function Node ({ node, imageAddress }: Props): ReactNode {
  const children = <Children node={node} imageAddress={imageAddress} />
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'text': return <Run node={node} />
    case 'hardBreak': return <br />
    case 'image': return <Picture node={node} imageAddress={imageAddress} />
    case 'heading': return attrs['level'] === 5 ? <h5>{children}</h5> : <h4>{children}</h4>
    case 'orderedList': return <ol start={count(attrs['start'])}>{children}</ol>
    case 'table': return <div className="tableWrapper"><table><tbody>{children}</tbody></table></div>
    case 'tableCell': return <td colSpan={count(attrs['colspan'])} rowSpan={count(attrs['rowspan'])}>{children}</td>
    case 'tableHeader': return <th colSpan={count(attrs['colspan'])} rowSpan={count(attrs['rowspan'])}>{children}</th>
    case 'paragraph': return <p>{(node.content ?? []).length === 0 ? <br /> : children}</p>
    default: return createElement(tags[node.type] ?? Fragment, null, children)
  }
})

/** Rich text as it looks in the editor, without an editor: forty of these cost what one editor costs. */
export const StaticText = memo(function StaticText ({ node, imageAddress }: Props): ReactNode {
  return <Children node={node} imageAddress={imageAddress} />
})
