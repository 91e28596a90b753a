import type { Language } from '@samskriv/shared/base'
import type { ProtokollBody } from '@samskriv/shared/protokoll'
import type { RichTextNode } from '@samskriv/shared/rich-text'
import type { Block, Cell, Row } from '../outline/block.ts'
import type { ProtokollWords } from './words.ts'

/** What each part of a protokoll is written from. */
export interface Writing { readonly protokoll: ProtokollBody, readonly words: ProtokollWords, readonly language: Language }

type Rich = Extract<Block, { kind: 'rich' }>

/** A part's heading. */
export function heading (text: string, newPage = false): Block {
  return { kind: 'heading', level: 1, text, newPage }
}

/** Words in a cell; none: a dash, or that it is not answered. */
export function plainCell (text: string): Cell {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text }
}

/** A table under the part's heading, or under a question of its own. */
export function tableOf (columns: readonly string[], rows: readonly Row[], question: string | null = null): Block {
  return { kind: 'table', question, level: 2, rowHeading: null, columns: columns.map(label => ({ label, numbers: false })), rows }
}

/** Plain words as paragraphs, one for each line somebody wrote. Nothing in them is read as anything else. */
export function paragraphs (texts: readonly string[]): RichTextNode {
  const all = texts.flatMap(text => text.split(/\r\n|[\n\r\u2028\u2029]/)).filter(text => text.trim() !== '')
  return { type: 'doc', content: all.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }
}

/** The same as a block. */
export function lines (texts: readonly string[]): Rich {
  return { kind: 'rich', question: null, level: 2, node: paragraphs(texts) }
}
