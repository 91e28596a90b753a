import type { ProtokollComment } from '@samskriv/shared/api'
import { messages } from '@samskriv/shared/i18n'
import type { RichTextNode } from '@samskriv/shared/rich-text'
import type { Block } from '../outline/block.ts'
import { filled } from '../words.ts'
import { heading, lines, paragraphs, type Writing } from './writing.ts'

type Entry = ProtokollComment['entries'][number]

// Who says it in bold, and what, in one paragraph; further lines stand below it.
function entryNodes ({ name, text }: Entry, roleName: string): readonly RichTextNode[] {
  const [first, ...rest] = paragraphs([text]).content ?? []
  const who: RichTextNode = { type: 'text', text: `${name}, ${roleName}: `, marks: [{ type: 'bold' }] }
  return [{ type: 'paragraph', content: [who, ...first?.content ?? []] }, ...rest]
}

/** What was raised in comments, and what was answered. */
export function commentBlocks ({ protokoll: { comments }, words, language }: Writing): readonly Block[] {
  const roles = messages[language].role
  const each = comments.map(({ place: nb, places, quote, entries, resolution }): Block => {
    const place = places?.[language] ?? nb
    const nodes = entries.flatMap(entry => entryNodes(entry, roles[entry.role]))
    const end = resolution === null ? [] : paragraphs([filled(words.resolved, { why: resolution })]).content ?? []
    return { kind: 'rich', level: 2, question: quote === '' ? place : filled(words.quoted, { place, quote }), node: { type: 'doc', content: [...nodes, ...end] } }
  })
  return [heading(words.comments), ...(each.length === 0 ? [lines([words.noComments])] : each)]
}
