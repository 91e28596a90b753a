import { type IRunPropertiesOptions, Tab, TextRun } from 'docx'
import { textParts, xmlCoverage } from '../text/parts.ts'

/**
 * A text as runs of Word: lines broken where they were, tabs kept, and what XML cannot hold named by its number. Text is
 * given as `text`, never among `children`, where docx reads some words ("CURRENT") as page numbers.
 */
export function textRuns (text: string, look: IRunPropertiesOptions = {}): TextRun[] {
  return textParts(text, xmlCoverage).map(part => {
    switch (part.kind) {
      case 'text': return new TextRun({ ...look, text: part.text })
      case 'break': return new TextRun({ ...look, break: 1 })
      case 'tab': return new TextRun({ ...look, children: [new Tab()] })
      case 'unshown': return new TextRun({ ...look, style: 'Aside', text: `[${part.code}]` })
    }
  })
}
