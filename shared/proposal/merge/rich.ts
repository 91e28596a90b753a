import { align, boundedText, signatureOf, tokensOf, wordsOf, type Alignable, type Step } from '../../compare/index.ts'
import { plainText, type RichTextMark, type RichTextNode } from '../../rich-text/index.ts'
import { mergeRows } from './rows.ts'

const isInline = (node: RichTextNode): boolean => node.type === 'text' || node.type === 'hardBreak'
const holdsInline = ({ type }: RichTextNode): boolean => type === 'paragraph' || type === 'heading'

/** A block that can be set against another of its kind. */
export interface AlignedNode extends Alignable { readonly node: RichTextNode }

/** Makes blocks alignable: equal by all they hold, alike by their words. */
export function alignedNodes (nodes: readonly RichTextNode[]): readonly AlignedNode[] {
  return nodes.map(node => ({ node, type: node.type, key: signatureOf(node), words: () => wordsOf(plainText(node)) }))
}

interface Word { readonly key: string, readonly text: string | null, readonly marks: readonly RichTextMark[] }

// Words with their marks; a line break is one too.
function wordsIn (nodes: readonly RichTextNode[]): readonly Word[] {
  return nodes.flatMap((node): readonly Word[] => {
    if (node.type !== 'text') return [{ key: `\u0000${node.type}`, text: null, marks: [] }]
    const marks = node.marks ?? []
    const suffix = marks.length === 0 ? '' : `\u0000${boundedText(marks)}`
    return tokensOf(node.text ?? '').map(text => ({ key: text + suffix, text, marks }))
  })
}

function inlineOf (words: readonly Word[]): readonly RichTextNode[] {
  const nodes: RichTextNode[] = []
  for (const { text, marks } of words) {
    const last = nodes.at(-1)
    if (text === null) nodes.push({ type: 'hardBreak' })
    else if (last?.type === 'text' && boundedText(last.marks ?? []) === boundedText(marks)) nodes[nodes.length - 1] = { ...last, text: `${last.text ?? ''}${text}` }
    else nodes.push({ type: 'text', text, ...(marks.length === 0 ? {} : { marks }) })
  }
  return nodes
}

function mergeInline (before: readonly RichTextNode[], after: readonly RichTextNode[], current: readonly RichTextNode[]): readonly RichTextNode[] | null {
  const merged = mergeRows(wordsIn(before), wordsIn(after), wordsIn(current))
  return merged === null ? null : inlineOf(merged)
}

function mergeAttrs (before: RichTextNode, after: RichTextNode, current: RichTextNode): RichTextNode['attrs'] | null {
  const [b, a, c] = [before, after, current].map(node => boundedText(node.attrs ?? {}))
  if (a === b || a === c) return current.attrs
  return c === b ? after.attrs : null
}

function mergeNode (before: RichTextNode, after: RichTextNode, current: RichTextNode): RichTextNode | null {
  const attrs = mergeAttrs(before, after, current)
  const [b, a, c] = [before.content ?? [], after.content ?? [], current.content ?? []]
  const content = holdsInline(current) || [...b, ...a, ...c].some(isInline) ? mergeInline(b, a, c) : mergeBlocks(b, a, c)
  if (attrs === null || content === null) return null
  return { type: current.type, ...(attrs === undefined ? {} : { attrs }), ...(content.length === 0 ? {} : { content }) }
}

// What one side did: with each block of before (undefined: took it away), and what it put in before each, and at the end.
interface Doings { readonly fate: readonly (RichTextNode | undefined)[], readonly put: readonly (readonly RichTextNode[])[] }

function doingsOf (steps: readonly Step<AlignedNode>[]): Doings {
  const fate: (RichTextNode | undefined)[] = []
  const put: RichTextNode[][] = [[]]
  for (const step of steps) {
    if (step.kind === 'inserted') { put.at(-1)?.push(step.after.node); continue }
    fate.push(step.kind === 'deleted' ? undefined : step.after.node)
    put.push([])
  }
  return { fate, put }
}

const same = (a: RichTextNode | undefined, b: RichTextNode | undefined): boolean => a === b || (a !== undefined && b !== undefined && signatureOf(a) === signatureOf(b))

// Null: both changed it, each in another way, or one changed what the other took away.
function fateOf (before: RichTextNode, after: RichTextNode | undefined, current: RichTextNode | undefined): readonly RichTextNode[] | null {
  if (same(after, before) || same(after, current)) return current === undefined ? [] : [current]
  if (same(current, before)) return after === undefined ? [] : [after]
  if (after === undefined || current === undefined) return null
  const merged = mergeNode(before, after, current)
  return merged === null ? null : [merged]
}

function putIn (after: readonly RichTextNode[], current: readonly RichTextNode[]): readonly RichTextNode[] {
  const there = new Set(current.map(node => signatureOf(node)))
  return [...current, ...after.filter(node => !there.has(signatureOf(node)))]
}

// Both took a block away and put others in its place: which is to stand there is not for a machine to say.
function bothReplaced (theirs: Doings, ours: Doings, index: number): boolean {
  if (theirs.fate[index] !== undefined || ours.fate[index] !== undefined) return false
  const around = ({ put }: Doings): readonly RichTextNode[] => [...put[index] ?? [], ...put[index + 1] ?? []]
  const [a, c] = [around(theirs), around(ours)]
  return a.length > 0 && c.length > 0 && !(a.length === c.length && a.every((node, at) => same(node, c[at])))
}

/** Blocks with what was changed from `before` to `after` done in `current`; null where it cannot be without choosing. */
export function mergeBlocks (before: readonly RichTextNode[], after: readonly RichTextNode[], current: readonly RichTextNode[]): readonly RichTextNode[] | null {
  const base = alignedNodes(before)
  const theirs = doingsOf(align(base, alignedNodes(after)))
  const ours = doingsOf(align(base, alignedNodes(current)))
  const merged: RichTextNode[] = []
  for (let index = 0; index <= before.length; index++) {
    merged.push(...putIn(theirs.put[index] ?? [], ours.put[index] ?? []))
    const block = before[index]
    if (block === undefined) continue
    const fate = fateOf(block, theirs.fate[index], ours.fate[index])
    if (fate === null || bothReplaced(theirs, ours, index)) return null
    merged.push(...fate)
  }
  return merged
}

/** A rich text with what was changed from `before` to `after` done in `current`, by words inside their paragraphs. Null where the same was changed in two ways. */
export function mergeRichText (before: RichTextNode | null, after: RichTextNode | null, current: RichTextNode | null): RichTextNode | null {
  const content = mergeBlocks(before?.content ?? [], after?.content ?? [], current?.content ?? [])
  return content === null ? null : { type: 'doc', content }
}
