import { project, type Value } from '@samskriv/shared/document'
import { newLine, newParagraph, type Reading, type RichTextNode } from '@samskriv/shared/rich-text'
import { answers } from '@samskriv/shared/rules'
import type { Template } from '@samskriv/shared/template'
import * as Y from 'yjs'
import type { Rescue } from '../live/session.ts'

/** What a person wrote in one field that is not in the document: the field as it stands with their words in it. */
export interface RescuedText { readonly key: string, readonly text: string }

const isNode = (value: object): value is RichTextNode => 'type' in value && typeof value.type === 'string' && ('content' in value || 'text' in value)

const blocks = new Set(['paragraph', 'heading', 'listItem', 'tableRow'])

function nodeText (node: RichTextNode): string {
  if (node.text !== undefined) return node.text.replaceAll(newParagraph, '\n').replaceAll(newLine, '\n')
  const inner = (node.content ?? []).map(nodeText).join('')
  return blocks.has(node.type) ? `${inner.trimEnd()}\n` : node.type === 'hardBreak' ? '\n' : node.type.startsWith('tableCell') || node.type === 'tableHeader' ? `${inner.trimEnd()}\t` : inner
}

/** A value as plain text to copy. Null for what has parts of its own: each part is an answer of its own. */
export function plainText (value: Value | undefined): string | null {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.every(one => typeof one === 'string') ? value.join(', ') : null
  if ('unread' in value && typeof value.unread === 'string') return value.unread
  return isNode(value) ? nodeText(value).trim() : null
}

function textsOf (template: Template, updates: readonly Uint8Array[], reading: Reading): ReadonlyMap<string, string> {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const texts = new Map<string, string>()
  for (const { key, value } of answers(template, project(template, doc, reading).values)) {
    const text = plainText(value)
    if (text !== null && text !== '') texts.set(key, text)
  }
  doc.destroy()
  return texts
}

function changedIn (template: Template, rescue: Pick<Rescue, 'base' | 'update'>, reading: Reading): readonly RescuedText[] {
  const base = rescue.base === null ? [] : [rescue.base]
  const before = textsOf(template, base, reading)
  const after = textsOf(template, [...base, rescue.update], reading)
  return [...after].filter(([key, text]) => before.get(key) !== text).map(([key, text]) => ({ key, text }))
}

/**
 * The fields that a rescue changed, as they stand with the change; where only suggestions were made, as it would read with them. Without a
 * base, everything that can be read: too much rather than too little.
 */
export function rescuedTexts (template: Template, rescue: Pick<Rescue, 'base' | 'update'>): readonly RescuedText[] {
  const written = changedIn(template, rescue, 'decided')
  const known = new Set(written.map(({ key }) => key))
  return [...written, ...changedIn(template, rescue, 'suggested').filter(({ key }) => !known.has(key))]
}
