import {
  AlignmentType, ExternalHyperlink, type FileChild, HeadingLevel, ImageRun, type ILevelsOptions, type IParagraphOptions, LevelFormat, Paragraph,
  type ParagraphChild, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType,
} from 'docx'
import { type Turn, uprightSize } from '../image/sniff.ts'
import type { Grid } from '../outline/grid.ts'
import type { RichBlock, RichRun } from '../outline/rich.ts'
import { propertyText } from '../text/parts.ts'
import { filled, type Words } from '../words.ts'
import { colours, lines } from './style.ts'
import { textRuns } from './text.ts'

/** An image Word can read, with its size in pixels as stored and how it is turned to stand upright. */
export interface WordImage { readonly type: 'png' | 'jpg', readonly bytes: Uint8Array, readonly width: number, readonly height: number, readonly turn: Turn }

/** Lists as Word numbers them: each numbered list has a definition of its own, so that it starts where it should. */
export interface Lists { readonly all: { readonly reference: string, readonly levels: readonly ILevelsOptions[] }[] }

/** What building rich text needs and gathers. `images`: absent is missing, 'unreadable' broken. `room`: how wide it may be, in twips. */
export interface Making { readonly words: Words, readonly lists: Lists, readonly images: ReadonlyMap<string, WordImage | 'unreadable'>, readonly drawings: { count: number }, readonly room: number }

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const
const deepest = 8
const padding = 100
// A pixel of 1/96 inch. An image is at most as high as two thirds of the page.
const twipsPerPixel = 15
const mostHeight = 620

/** Word's heading of a level from 1. */
export function headingOf (level: number): (typeof headings)[number] {
  return headings[level - 1] ?? HeadingLevel.HEADING_6
}

function runsOf (runs: readonly RichRun[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if (run.kind === 'break') return [new TextRun({ break: 1 })]
    const look = { ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}) }
    if (run.link === null) return textRuns(run.text, look)
    return [new ExternalHyperlink({ link: run.link.toWellFormed(), children: textRuns(run.text, { ...look, style: 'Hyperlink' }) })]
  })
}

const bullets = ['•', '–', '▪']

function listReference (block: Extract<RichBlock, { kind: 'list' }>, { lists }: Making): string {
  const reference = block.ordered ? `numbers-${lists.all.length}` : 'bullets'
  if (lists.all.some(list => list.reference === reference)) return reference
  lists.all.push({
    reference,
    levels: Array.from({ length: deepest + 1 }, (_, level) => ({
      level, alignment: AlignmentType.LEFT, start: block.start,
      format: block.ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: block.ordered ? `%${level + 1}.` : bullets[level % bullets.length] ?? '•',
      style: { paragraph: { indent: { left: 400 + level * 400, hanging: 320 } } },
    })),
  })
  return reference
}

function list (block: Extract<RichBlock, { kind: 'list' }>, depth: number, base: number, making: Making): FileChild[] {
  const reference = listReference(block, making)
  const level = Math.min(depth, deepest)
  return block.items.flatMap(item => item.flatMap((inner, index): FileChild[] => {
    if (inner.kind === 'list') return list(inner, depth + 1, base, making)
    if (inner.kind !== 'paragraph') return richChildren([inner], base, making)
    const place: IParagraphOptions = index === 0 ? { numbering: { reference, level } } : { indent: { left: 400 + level * 400 } }
    return [new Paragraph({ style: 'ListParagraph', ...place, children: runsOf(inner.runs) })]
  }))
}

function image (block: Extract<RichBlock, { kind: 'image' }>, making: Making): Paragraph {
  const { words, images } = making
  const alt = block.alt === '' ? words.imageWithoutText : block.alt
  const found = images.get(block.hash)
  if (found === undefined || found === 'unreadable') {
    const sentence = found === undefined ? words.imageMissing : words.imageUnreadable
    return new Paragraph({ children: textRuns(`[${filled(sentence, { alt })}]`, { style: 'Whisper' }) })
  }
  const upright = uprightSize(found)
  const scale = Math.min(1, making.room / twipsPerPixel / upright.width, mostHeight / upright.height)
  making.drawings.count += 1
  return new Paragraph({
    spacing: { before: 120, after: 120 },
    children: [new ImageRun({
      type: found.type, data: found.bytes,
      transformation: {
        width: Math.max(1, Math.round(found.width * scale)), height: Math.max(1, Math.round(found.height * scale)),
        ...(found.turn === 0 ? {} : { rotation: found.turn }),
      },
      // docx would number drawings through the life of the process.
      altText: { id: String(making.drawings.count), name: `image-${making.drawings.count}`, description: propertyText(alt) },
    })],
  })
}

function table (grid: Grid<RichBlock>, base: number, making: Making): Table {
  const width = Math.floor(making.room / grid.columns)
  const borders = { top: lines.hair, bottom: lines.hair, left: lines.hair, right: lines.hair }
  const rows = Array.from({ length: grid.rows }, (_, y) => new TableRow({
    tableHeader: y < grid.headerRows,
    children: grid.cells.filter(place => place.y === y).map(place => new TableCell({
      columnSpan: place.width, rowSpan: place.height, borders, margins: { top: 60, bottom: 60, left: padding, right: padding },
      width: { size: width * place.width, type: WidthType.DXA },
      ...(place.header ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.wash } } : {}),
      children: cellChildren(place.header ? inBold(place.blocks) : place.blocks, base, { ...making, room: Math.max(300, width * place.width - 2 * padding) }),
    })),
  }))
  return new Table({ rows, columnWidths: Array.from({ length: grid.columns }, () => width), layout: TableLayoutType.FIXED, width: { size: width * grid.columns, type: WidthType.DXA } })
}

const inBold = (blocks: readonly RichBlock[]): RichBlock[] => blocks.map(block => block.kind !== 'paragraph' ? block
  : { ...block, runs: block.runs.map(run => run.kind === 'break' ? run : { ...run, bold: true }) })

// Word wants a paragraph last in every cell.
function cellChildren (blocks: readonly RichBlock[], base: number, making: Making): (Paragraph | Table)[] {
  const children = richChildren(blocks, base, making).filter(child => child instanceof Paragraph || child instanceof Table)
  return children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({})]
}

/** Rich text as paragraphs, lists, tables and images of Word. `base` is the level of the question's heading above it. */
export function richChildren (blocks: readonly RichBlock[], base: number, making: Making): FileChild[] {
  return blocks.flatMap((block): FileChild[] => {
    switch (block.kind) {
      case 'paragraph': return [new Paragraph({ children: runsOf(block.runs) })]
      case 'heading': return [new Paragraph({ heading: headingOf(base + block.depth), children: runsOf(block.runs) })]
      case 'list': return list(block, 0, base, making)
      case 'image': return [image(block, making)]
      case 'table': return [table(block.table, base, making), new Paragraph({ style: 'Gap' })]
    }
  })
}
