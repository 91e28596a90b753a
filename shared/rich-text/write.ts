import * as Y from 'yjs'
import { commentMark, overlappingMarkName } from './comment-mark.ts'
import type { RichTextMark, RichTextNode } from './node.ts'
import { isSuggestionKind } from './suggestion-mark.ts'

const storedName = ({ type, attrs = {} }: RichTextMark): string => isSuggestionKind(type) || type === commentMark ? overlappingMarkName(type, attrs) : type

function textRun (nodes: readonly RichTextNode[]): Y.XmlText {
  const text = new Y.XmlText()
  const delta = nodes.map(node => ({
    insert: node.text ?? '',
    attributes: Object.fromEntries((node.marks ?? []).map(mark => [storedName(mark), mark.attrs ?? {}])),
  }))
  text.applyDelta(delta, { sanitize: false })
  return text
}

function children (nodes: readonly RichTextNode[]): (Y.XmlElement | Y.XmlText)[] {
  const result: (Y.XmlElement | Y.XmlText)[] = []
  let run: RichTextNode[] = []
  const closeRun = (): void => {
    if (run.length > 0) result.push(textRun(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') run.push(node)
    else { closeRun(); result.push(element(node)) }
  }
  closeRun()
  return result
}

function element (node: RichTextNode): Y.XmlElement {
  const made = new Y.XmlElement(node.type)
  // Yjs declares attributes as strings but keeps any JSON value; y-prosemirror puts numbers there (a heading's level).
  for (const [name, value] of Object.entries(node.attrs ?? {})) made.setAttribute(name, value as string)
  made.insert(0, children(node.content ?? []))
  return made
}

/** Elements and texts of rich text that are not yet anywhere; to be put into a fragment or an element. */
export function elementsOf (nodes: readonly RichTextNode[]): (Y.XmlElement | Y.XmlText)[] {
  return children(nodes)
}

/** Puts plain rich text after what a fragment holds. `node` is a `doc`; its blocks are added. Run it inside a transaction. */
export function writeRichText (fragment: Y.XmlFragment, node: RichTextNode): void {
  fragment.insert(fragment.length, children(node.content ?? []))
}

/** Plain text as rich text: a paragraph a line; lines that are empty are left out. */
export function richTextFrom (text: string): RichTextNode {
  const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '')
  return { type: 'doc', content: lines.map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) }
}
