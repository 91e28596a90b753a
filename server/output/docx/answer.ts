import { AlignmentType, CheckBox, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { formatInteger } from '@samskriv/shared/field'
import type { Cell, Mark } from '../outline/block.ts'
import { propertyText } from '../text/parts.ts'
import { filled, type Words } from '../words.ts'
import { textRuns } from './text.ts'

const whisper = (text: string): TextRun => new TextRun({ text, style: 'Whisper' })

function box (mark: Mark): CheckBox {
  return new CheckBox({ alias: propertyText(mark.label), checked: mark.chosen })
}

function label (mark: Mark): TextRun[] {
  return textRuns(mark.label, mark.chosen ? { bold: true } : { style: 'Aside' })
}

function marks (cell: Extract<Cell, { kind: 'marks' }>, words: Words): ParagraphChild[][] {
  const unanswered = cell.marks.some(mark => mark.chosen) ? [] : [[whisper(words.empty)]]
  const each = cell.marks.map(mark => cell.stacked
    ? [box(mark), new TextRun({ text: '  ' }), ...label(mark)]
    : [...label(mark), new TextRun({ text: ' ' }), box(mark)])
  if (cell.stacked) return [...each, ...unanswered]
  return [[...each, ...unanswered].flatMap((one, index) => index === 0 ? one : [new TextRun({ text: '     ' }), ...one])]
}

function linesOf (cell: Cell, words: Words, look: { readonly bold?: boolean }, inTable: boolean): ParagraphChild[][] {
  switch (cell.kind) {
    // In a table an empty place is a dash: saying "not answered" in each would drown the rest.
    case 'empty': return [[inTable ? new TextRun({ text: '–', style: 'Aside' }) : whisper(words.empty)]]
    case 'marks': return marks(cell, words)
    case 'unread': return inTable
      ? [textRuns(cell.text), [new TextRun({ text: `(${words.unread})`, style: 'Whisper', size: 16 })]]
      : [[...textRuns(cell.text), new TextRun({ text: ' ' }), whisper(`(${words.unread})`)]]
    case 'files': return cell.files.flatMap(file => [
      textRuns(file.name),
      textRuns(`${words.hash} ${file.hash} · ${filled(words.bytes, { n: formatInteger(file.bytes) })}`, { style: 'Aside', size: 16 }),
    ])
    default: return [textRuns(cell.text, look)]
  }
}

/** An answer as paragraphs of a table's cell. `numbers`: to the right. `inTable`: what is empty is only a dash. */
export function answerParagraphs (cell: Cell, words: Words, { numbers = false, bold = false, inTable = false } = {}): Paragraph[] {
  const alignment = numbers ? AlignmentType.RIGHT : AlignmentType.LEFT
  return linesOf(cell, words, bold ? { bold } : {}, inTable).map(children => new Paragraph({ style: 'InTable', alignment, children }))
}
