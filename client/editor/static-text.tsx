import { isAllowedLink, isImageHash, isSuggestionKind, newLine, newParagraph, type RichTextMark, type RichTextNode } from '@samskriv/shared/rich-text'
import { createElement, Fragment, memo, type ReactNode } from 'react'
import { breakClass, drawnFor, elementOf } from './suggest/look.ts'
import type { Suggesting } from './suggest/suggesting.ts'

interface Props {
  readonly node: RichTextNode
  /** Where a stored image is. */
  readonly imageAddress: (hash: string) => string
  /** Who the people are whose suggestions stand in it; absent: it has none. */
  readonly people?: People | undefined
}
type People = Pick<Suggesting, 'nameOf' | 'colorOf'>

const tags: Readonly<Record<string, string>> = { paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', tableRow: 'tr' }
const text = (value: unknown): string => typeof value === 'string' ? value : ''
const count = (value: unknown): number | undefined => typeof value === 'number' && value > 1 ? value : undefined

// The order ProseMirror nests marks in is the schema's: a suggestion outside link outside bold outside italic outside a comment's.
const markOrder = ['insertion', 'deletion', 'link', 'bold', 'italic', 'comment']

function marked (content: ReactNode, mark: RichTextMark, people: People | undefined): ReactNode {
  if (isSuggestionKind(mark.type)) {
    const { class: className, ...drawn } = drawnFor(mark.attrs?.['by'], people ?? null)
    return createElement(elementOf(mark.type), { className, 'data-suggestion': mark.attrs?.['id'], 'data-by': mark.attrs?.['by'], ...drawn }, content)
  }
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

const breaks = new RegExp(`([${newParagraph}${newLine}])`, 'u')

// A letter that stands for a new paragraph or line is drawn as one.
function withBreaks (words: string): ReactNode {
  if (!breaks.test(words)) return words
  // oxlint-disable-next-line react/no-array-index-key
  return words.split(breaks).map((part, index) => breakClass.has(part) ? <span key={index} className={breakClass.get(part)}>{part}</span> : part)
}

function Run ({ node, people }: Pick<Props, 'node' | 'people'>): ReactNode {
  const marks = (node.marks ?? []).toSorted((a, b) => markOrder.indexOf(b.type) - markOrder.indexOf(a.type))
  let content: ReactNode = withBreaks(node.text ?? '')
  for (const mark of marks) content = marked(content, mark, people)
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

function Children ({ node, imageAddress, people }: Props): ReactNode {
  // Blocks have no ids: their place is what they are known by, and a change re-renders what follows.
  // oxlint-disable-next-line react/no-array-index-key
  return (node.content ?? []).map((child, index) => <Node key={index} node={child} imageAddress={imageAddress} people={people} />)
}

const Node = memo(function Node ({ node, imageAddress, people }: Props): ReactNode {
  const children = <Children node={node} imageAddress={imageAddress} people={people} />
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'text': return <Run node={node} people={people} />
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
export const StaticText = memo(function StaticText ({ node, imageAddress, people }: Props): ReactNode {
  return <Children node={node} imageAddress={imageAddress} people={people} />
})
