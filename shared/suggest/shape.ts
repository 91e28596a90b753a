import * as Y from 'yjs'
import { newLine, newParagraph } from '../rich-text/index.ts'
import { runsOf } from './block.ts'

type Parent = Y.XmlElement | Y.XmlFragment
type Child = Y.XmlElement | Y.XmlText

const isChild = (node: unknown): node is Child => node instanceof Y.XmlElement || node instanceof Y.XmlText
const childrenOf = (parent: Parent): readonly Child[] => parent.toArray().filter(isChild)
const indexOf = (parent: Parent, child: Child): number => parent.toArray().findIndex(each => each === child)

// The text from a letter on, as one that lies nowhere yet; none when nothing is left of it.
function cutFrom (text: Y.XmlText, at: number): readonly Y.XmlText[] {
  const delta: { insert?: unknown, attributes?: Record<string, unknown> }[] = text.toDelta()
  let before = at
  const rest = delta.flatMap(part => {
    const length = typeof part.insert === 'string' ? part.insert.length : 1
    const skipped = Math.min(before, length)
    before -= skipped
    if (skipped === length) return []
    return typeof part.insert === 'string' ? { ...part, insert: part.insert.slice(skipped) } : part
  })
  if (rest.length === 0) return []
  const tail = new Y.XmlText()
  tail.applyDelta(rest, { sanitize: false })
  text.delete(at, text.length - at)
  return [tail]
}

function breakLine (block: Y.XmlElement, text: Y.XmlText, at: number): void {
  const tail = cutFrom(text, at + 1)
  text.delete(at, 1)
  block.insert(indexOf(block, text) + 1, [new Y.XmlElement('hardBreak'), ...tail])
}

// A heading is followed by a paragraph, as Enter at its end would make one; an item of a list by another item.
function breakParagraph (block: Y.XmlElement, text: Y.XmlText, at: number): void {
  const { parent } = block
  if (!(parent instanceof Y.XmlElement) && !(parent instanceof Y.XmlFragment)) return
  const tail = cutFrom(text, at + 1)
  text.delete(at, 1)
  const from = indexOf(block, text) + 1
  const behind = childrenOf(block).slice(from).map(child => child.clone())
  if (behind.length > 0) block.delete(from, behind.length)
  const next = new Y.XmlElement('paragraph')
  next.insert(0, [...tail, ...behind])
  const list = parent.parent
  const isWholeItem = parent instanceof Y.XmlElement && parent.nodeName === 'listItem' && indexOf(parent, block) === parent.length - 1
  if (isWholeItem && list instanceof Y.XmlElement) {
    const item = new Y.XmlElement('listItem')
    item.insert(0, [next])
    list.insert(indexOf(list, parent) + 1, [item])
  } else parent.insert(indexOf(parent, block) + 1, [next])
}

/** Makes the new lines and paragraphs out of the letters that stand for them, in what is no longer a suggestion. From the last to the first. */
export function makeParagraphs (block: Y.XmlElement): void {
  for (const text of childrenOf(block).toReversed()) {
    if (!(text instanceof Y.XmlText)) continue
    for (const run of runsOf(text).toReversed()) {
      if (run.laid.some(({ mark }) => mark.kind === 'insertion')) continue
      for (let at = run.words.length - 1; at >= 0; at--) {
        if (run.words[at] === newParagraph) breakParagraph(block, text, run.at + at)
        else if (run.words[at] === newLine) breakLine(block, text, run.at + at)
      }
    }
  }
}

/** Takes away a block that no words are left in, with the list around it when it was all of it. What cannot be without it stays, empty. */
export function dropEmptied (block: Y.XmlElement): void {
  if (childrenOf(block).some(child => !(child instanceof Y.XmlText) || child.length > 0)) return
  let gone = block
  for (let { parent } = gone; parent instanceof Y.XmlElement && parent.length === 1; { parent } = gone) {
    if (!['listItem', 'bulletList', 'orderedList'].includes(parent.nodeName)) return
    gone = parent
  }
  const { parent } = gone
  if (!(parent instanceof Y.XmlElement) && !(parent instanceof Y.XmlFragment)) return
  const at = indexOf(parent, gone)
  // The last block of a text, and the words an item begins with.
  const isNeeded = parent.length === 1 || (parent instanceof Y.XmlElement && parent.nodeName === 'listItem' && at === 0)
  if (!isNeeded) parent.delete(at, 1)
}
