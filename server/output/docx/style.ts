import { BorderStyle, type IBorderOptions, type IStylesOptions, LineRuleType } from 'docx'
import type { Words } from '../words.ts'

/** Colours of the document, as in the PDF. */
export const colours = { ink: '17212B', quiet: '51606E', accent: '0B4F71', hair: 'CFD6DD', wash: 'F3F6F8' } as const

/** A4 with margins of 24 and 27 mm, in twips (1/1440 inch). */
export const page = { width: 11_906, height: 16_838, side: 1_361, topAndBottom: 1_531 } as const
/** How wide the text is, in twips. */
export const textWidth = page.width - 2 * page.side

/** Lines of tables: eighths of a point wide. */
export const lines = {
  none: { style: BorderStyle.NONE, size: 0, color: 'auto' },
  hair: { style: BorderStyle.SINGLE, size: 4, color: colours.hair },
  firm: { style: BorderStyle.SINGLE, size: 8, color: colours.ink },
} as const satisfies Record<string, IBorderOptions>

const heading = (size: number, color: string, before: number, after: number): object => ({
  run: { size, bold: true, color, font: 'Calibri' },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
})

/** Real styles, so that whoever opens the document in Word can navigate by headings and change the look in one place. */
export function stylesOf (words: Words): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, color: colours.ink, language: { value: words.tag, eastAsia: words.tag, bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 120, line: 269, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: 46, bold: true, color: colours.accent, font: 'Calibri' }, paragraph: { spacing: { before: 60, after: 120, line: 240, lineRule: LineRuleType.AUTO } } },
      heading1: heading(32, colours.accent, 420, 160),
      heading2: heading(24, colours.ink, 280, 100),
      heading3: heading(23, colours.ink, 280, 80),
      heading4: heading(22, colours.ink, 220, 60),
      heading5: { ...heading(22, colours.ink, 220, 60), run: { size: 22, bold: false, italics: true, color: colours.ink, font: 'Calibri' } },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: colours.accent, underline: {} } },
    },
    paragraphStyles: [
      { id: 'Item', name: 'Item', basedOn: 'Heading2', next: 'Normal', run: { size: 28 }, paragraph: { spacing: { before: 200, after: 160 }, keepNext: true, outlineLevel: 1 } },
      { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { color: colours.quiet }, paragraph: { spacing: { after: 0 } } },
      { id: 'Gap', name: 'Gap', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { color: colours.quiet, size: 16 }, paragraph: { spacing: { after: 0 } } },
      { id: 'InTable', name: 'In table', basedOn: 'Normal', paragraph: { spacing: { before: 40, after: 40 } } },
    ],
    characterStyles: [
      { id: 'Whisper', name: 'Whisper', run: { color: colours.quiet, italics: true } },
      { id: 'Aside', name: 'Aside', run: { color: colours.quiet } },
    ],
  }
}
