import { Document, type FileChild, Footer, Header, Packer, PageNumber, Paragraph, BorderStyle, TabStopType, TextRun } from 'docx'
import { pngFromWebp } from '../image/webp.ts'
import { imageFacts } from '../image/sniff.ts'
import type { Loaded } from '../input.ts'
import type { Block, Outline } from '../outline/block.ts'
import { outlineFor } from '../outline-for.ts'
import { imagesOf } from '../outline/images.ts'
import { richBlocks } from '../outline/rich.ts'
import { propertyText } from '../text/parts.ts'
import { type Words, wordsOf } from '../words.ts'
import { fixedDocx } from './fixed.ts'
import { headingOf, type Making, richChildren, type WordImage } from './rich.ts'
import { colours, page, stylesOf, textWidth } from './style.ts'
import { factsTable, formTable } from './table.ts'
import { textRuns } from './text.ts'

async function wordImage (bytes: Uint8Array): Promise<WordImage | 'unreadable'> {
  const facts = imageFacts(bytes)
  if (facts === null) return 'unreadable'
  const { width, height, turn } = facts
  if (facts.type !== 'webp') return { type: facts.type === 'jpeg' ? 'jpg' : 'png', bytes, width, height, turn }
  const png = await pngFromWebp(bytes)
  return png === null ? 'unreadable' : { type: 'png', bytes: png, width, height, turn }
}

async function wordImages (outline: Outline, images: ReadonlyMap<string, Uint8Array>): Promise<Making['images']> {
  const made = new Map<string, WordImage | 'unreadable'>()
  for (const hash of imagesOf(outline)) {
    const bytes = images.get(hash)
    if (bytes !== undefined) made.set(hash, await wordImage(bytes))
  }
  return made
}

function question (text: string | null, level: number): FileChild[] {
  return text === null ? [] : [new Paragraph({ heading: headingOf(level), children: textRuns(text) })]
}

function children (block: Block, making: Making): FileChild[] {
  const { words } = making
  // Word joins tables that touch: a thin paragraph stands after each.
  const after = new Paragraph({ style: 'Gap' })
  switch (block.kind) {
    case 'heading': return [new Paragraph({
      ...(block.level === 2 ? { style: 'Item' } : { heading: headingOf(block.level) }), pageBreakBefore: block.newPage, children: textRuns(block.text),
    })]
    case 'facts': return [factsTable(block, words), after]
    case 'table': return [...question(block.question, block.level), formTable(block, words), after]
    case 'rich': return [
      ...question(block.question, block.level),
      ...(block.node === null ? [new Paragraph({ children: [new TextRun({ text: words.empty, style: 'Whisper' })] })] : richChildren(richBlocks(block.node), block.level, making)),
    ]
  }
}

function titleBlock (outline: Outline): Paragraph[] {
  return [
    new Paragraph({ style: 'Quiet', children: textRuns(outline.issuer) }),
    new Paragraph({ style: 'Title', children: textRuns(outline.title) }),
    new Paragraph({
      style: 'Quiet', children: textRuns(outline.stamp), spacing: { after: 160 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: colours.accent, space: 8 } },
    }),
  ]
}

function footer (outline: Outline, words: Words): Footer {
  const [before = '', between = '', after = ''] = words.page.split(/\{\w+\}/)
  const pages = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after].filter(part => part !== '')
  return new Footer({ children: [new Paragraph({
    style: 'Small', tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [...textRuns(outline.footer, { size: 14 }), new TextRun({ text: '\t', size: 14 }), new TextRun({ children: pages, size: 14 })],
  })] })
}

/**
 * Writes a version, or a protokoll, as DOCX. The same input gives the same bytes, on any machine and at any time. WebP images become PNG;
 * an image that is missing or broken is said to be so in its place.
 */
export async function docxOf (input: Loaded): Promise<Uint8Array> {
  const outline = outlineFor(input)
  const words = wordsOf[input.language]
  const making: Making = { words, lists: { all: [] }, images: await wordImages(outline, input.images), drawings: { count: 0 }, room: textWidth }
  const body = outline.blocks.flatMap(block => children(block, making))
  const header = new Header({ children: [new Paragraph({ style: 'Small', children: textRuns(outline.title) })] })
  const sizes = { width: page.width, height: page.height }
  const margin = { left: page.side, right: page.side, top: page.topAndBottom, bottom: page.topAndBottom, header: 700, footer: 700 }
  const document = new Document({
    title: propertyText(outline.title), description: outline.footer, creator: '', lastModifiedBy: '',
    styles: stylesOf(words),
    numbering: { config: making.lists.all },
    sections: [{
      properties: { titlePage: true, page: { size: sizes, margin } },
      headers: { default: header, first: new Header({ children: [new Paragraph({ style: 'Small' })] }) },
      footers: { default: footer(outline, words), first: footer(outline, words) },
      children: [...titleBlock(outline), ...body],
    }],
  })
  return fixedDocx(new Uint8Array(await Packer.toBuffer(document)), outline.at)
}
