import * as Y from 'yjs'
import { align, boundedText } from '../../compare/index.ts'
import { elementsOf, readContent, saysNothing, validRichText, type RichTextNode } from '../../rich-text/index.ts'
import { alignedNodes } from '../merge/rich.ts'
import { rewriteRun } from './run.ts'

type Parent = Y.XmlFragment | Y.XmlElement

const isInline = (node: RichTextNode): boolean => node.type === 'text' || node.type === 'hardBreak'

function fillAnew (parent: Parent, to: readonly RichTextNode[]): void {
  if (parent.length > 0) parent.delete(0, parent.length)
  parent.insert(0, elementsOf(to))
}

interface Segment { readonly texts: readonly Y.XmlText[], readonly at: number }

// The texts of a paragraph between its line breaks; `at`: where in the paragraph the first is, or would be.
function segmentsOf (parent: Parent): readonly Segment[] {
  const segments: { texts: Y.XmlText[], at: number }[] = [{ texts: [], at: 0 }]
  parent.toArray().forEach((child, index) => {
    if (child instanceof Y.XmlText) segments.at(-1)?.texts.push(child)
    else segments.push({ texts: [], at: index + 1 })
  })
  return segments
}

function linesOf (nodes: readonly RichTextNode[]): readonly (readonly RichTextNode[])[] {
  const lines: RichTextNode[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'text') lines.at(-1)?.push(node)
    else lines.push([])
  }
  return lines
}

function rewriteInline (parent: Parent, to: readonly RichTextNode[]): void {
  const [segments, lines] = [segmentsOf(parent), linesOf(to)]
  if (segments.length !== lines.length) { fillAnew(parent, to); return }
  // From the end, so that places before are still right.
  for (const [index, { texts, at }] of [...segments.entries()].toReversed()) {
    const line = lines[index] ?? []
    const [first, ...rest] = texts
    if (rest.length > 0) parent.delete(at + 1, rest.length)
    if (first !== undefined) rewriteRun(first, line)
    else if (line.length > 0) parent.insert(at, elementsOf(line))
  }
}

function rewriteAttrs (element: Y.XmlElement, now: RichTextNode, to: RichTextNode): void {
  const [have, want] = [now.attrs ?? {}, to.attrs ?? {}]
  for (const name of new Set([...Object.keys(have), ...Object.keys(want)])) {
    if (boundedText(have[name] ?? null) === boundedText(want[name] ?? null) || (want[name] === undefined && saysNothing(name, have[name]))) continue
    // Yjs declares attributes as strings but keeps any JSON value.
    if (want[name] === undefined) element.removeAttribute(name)
    else element.setAttribute(name, want[name] as string)
  }
}

function rewriteBlocks (parent: Parent, now: readonly RichTextNode[], to: readonly RichTextNode[]): void {
  const children = parent.toArray()
  // Something between the blocks that is none: nothing an editor makes.
  if (children.length !== now.length || children.some(child => !(child instanceof Y.XmlElement))) { fillAnew(parent, to); return }
  let at = 0
  for (const step of align(alignedNodes(now), alignedNodes(to))) {
    if (step.kind === 'deleted') { parent.delete(at, 1); continue }
    const child = parent.get(at)
    if (step.kind === 'inserted') parent.insert(at, elementsOf([step.after.node]))
    else if (step.kind === 'changed' && child instanceof Y.XmlElement) rewriteElement(child, step.before.node, step.after.node)
    at += 1
  }
}

function rewriteElement (element: Y.XmlElement, now: RichTextNode, to: RichTextNode): void {
  rewriteAttrs(element, now, to)
  const [have, want] = [now.content ?? [], to.content ?? []]
  if (to.type === 'paragraph' || to.type === 'heading' || [...have, ...want].some(isInline)) rewriteInline(element, want)
  else rewriteBlocks(element, have, want)
}

/**
 * Makes a rich text say what `to` says (null: nothing) with few edits: blocks that are alike stay the same elements, words that stay
 * keep their place and the comments on them. Run it inside a transaction.
 */
export function rewriteRichText (fragment: Y.XmlFragment, to: RichTextNode | null): void {
  const raw = readContent(fragment)
  // Without what an editor adds by itself, or all of it would seem to differ.
  const now = validRichText({ type: 'doc', content: raw })?.content ?? raw
  rewriteBlocks(fragment, now, to?.content ?? [])
}
