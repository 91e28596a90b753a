import type { Stretch } from '@samskriv/shared/authors'
import { isAllowedLink, type RichTextNode } from '@samskriv/shared/rich-text'
import { createElement, Fragment, type ReactNode } from 'react'
import { personColor } from '../editor/person-color.ts'
import type { Writer, WriterOf } from './writers.ts'

/** What a text is shown with. `chosen`: only this one's words are coloured; null: everybody's. */
export interface AuthoredProps { readonly stretches: readonly Stretch[], readonly writerOf: WriterOf, readonly chosen: number | null }

interface RunProps { readonly writer: Writer, readonly several: boolean, readonly shown: boolean, readonly children: ReactNode }

// Where several wrote, whose the words are is said on hover, on focus, and to who hears the page.
function Run ({ writer, several, shown, children }: RunProps): ReactNode {
  const data = { 'data-how': writer.how, 'data-shown': shown || undefined, ...(writer.color === null ? {} : { 'data-person': personColor(writer.color) }) }
  if (!several) return <span className='ss-wrote' title={writer.name} {...data}>{children}</span>
  return (
    // One goes from writer to writer by keyboard as by hand.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <span className='ss-wrote' data-name={writer.name} tabIndex={0} {...data}><span className='ss-unseen'>({writer.name}:) </span>{children}</span>
  )
}

/** For the name on a stretch, which stands where the stretch begins: marks those that begin in the second half of the page, so that the name goes the other way. */
export function turnName ({ target }: { readonly target: EventTarget }): void {
  const stretch = target instanceof Element ? target.closest<HTMLElement>('.ss-wrote[data-name]') : null
  const first = stretch?.getClientRects()[0]
  if (stretch !== null && first !== undefined) stretch.toggleAttribute('data-late', first.left > document.documentElement.clientWidth / 2)
}

// Walks along the stretches as the text is read: each piece of text takes its part of them.
function openCursor (stretches: readonly Stretch[]): (length: number) => readonly Stretch[] {
  let index = 0
  let used = 0
  return length => {
    const parts: Stretch[] = []
    for (let left = length; left > 0;) {
      const [count, who] = stretches[index] ?? [left + used, -1]
      const taken = Math.min(left, count - used)
      parts.push([taken, who])
      left -= taken
      used += taken
      if (used >= count) { index += 1; used = 0 }
    }
    return parts
  }
}

function runsOf (text: string, parts: readonly Stretch[], { writerOf, chosen }: AuthoredProps, several: boolean): ReactNode {
  let at = 0
  return parts.map(([length, who], index) => {
    const words = text.slice(at, at += length)
    return <Run key={index} writer={writerOf(who)} several={several} shown={chosen === null || chosen === who}>{words}</Run>
  })
}

const isSeveral = (stretches: readonly Stretch[]): boolean => new Set(stretches.map(([, who]) => who)).size > 1

/** A line of text, each stretch in the colour of who wrote it. */
export function AuthoredLine ({ text, ...props }: AuthoredProps & { readonly text: string }): ReactNode {
  return <p>{runsOf(text, openCursor(props.stretches)(text.length), props, isSeveral(props.stretches))}</p>
}

const tags: Readonly<Record<string, string>> = { paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', tableRow: 'tr', tableCell: 'td', tableHeader: 'th' }

function marked (content: ReactNode, { marks = [] }: RichTextNode): ReactNode {
  let shown = content
  for (const { type, attrs } of marks) {
    const href = attrs?.['href']
    if (type === 'bold') shown = <strong>{shown}</strong>
    else if (type === 'italic') shown = <em>{shown}</em>
    else if (type === 'link' && typeof href === 'string' && isAllowedLink(href)) shown = <a className='ds-link' href={href} rel='noopener noreferrer nofollow' target='_blank'>{shown}</a>
  }
  return shown
}

/** A rich text, each stretch in the colour of who wrote it. Images are left out: they are no words. */
export function AuthoredRich ({ node, ...props }: AuthoredProps & { readonly node: RichTextNode }): ReactNode {
  const next = openCursor(props.stretches)
  const several = isSeveral(props.stretches)
  // Called in reading order, so that the cursor goes along.
  const show = (one: RichTextNode, key: number): ReactNode => {
    if (one.type === 'text') return <Fragment key={key}>{marked(runsOf(one.text ?? '', next((one.text ?? '').length), props, several), one)}</Fragment>
    if (one.type === 'hardBreak') return <br key={key} />
    if (one.type === 'image') return null
    const children = (one.content ?? []).map(show)
    if (one.type === 'heading') return <p key={key} className='ss-wrote-heading'>{children}</p>
    if (one.type === 'table') return <div key={key} className='ss-wrote-table'><table><tbody>{children}</tbody></table></div>
    return createElement(tags[one.type] ?? Fragment, { key }, children)
  }
  return <div className='ss-wrote-text'>{(node.content ?? []).map(show)}</div>
}
