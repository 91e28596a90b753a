import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'

/** One file inside a DOCX, as text; empty when it is not there. */
export function partOf (docx: Uint8Array, path: string): string {
  const bytes = unzipSync(docx)[path]
  return bytes === undefined ? '' : strFromU8(bytes)
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': '\'' }
const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|apos);/g, entity => entities[entity] ?? entity)

/** The text of a DOCX's body: a paragraph a line, breaks and tabs as such. */
export function wordText (docx: Uint8Array): string {
  const paragraphs = partOf(docx, 'word/document.xml').split('</w:p>')
  return paragraphs.map(paragraph => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
    .map(([, text, sign]) => text === undefined ? (sign === 'tab' ? '\t' : '\n') : unescaped(text)).join('')).join('\n')
}

/** The text of a PDF as a viewer copies it. */
export async function pdfText (pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text
}

/** A stretch of words where it stands on its page, in points: from the left edge, and how high up. */
export interface PlacedWords { readonly page: number, readonly words: string, readonly from: number, readonly to: number, readonly height: number }

/** Every stretch of words of a PDF, where it stands. */
export async function placedWords (pdf: Uint8Array): Promise<readonly PlacedWords[]> {
  const proxy = await getDocumentProxy(new Uint8Array(pdf))
  const pages = await Promise.all(Array.from({ length: proxy.numPages }, async (_page, at) => (await (await proxy.getPage(at + 1)).getTextContent()).items))
  return pages.flatMap((items, page) => items.flatMap(item => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [from, height] = [Number(item.transform[4]), Number(item.transform[5])]
    return [{ page, words: item.str, from, to: from + item.width, height }]
  }))
}

/** A PDF's title as its properties say it, and its bookmarks, nested ones after the one they stand under. */
export async function pdfFacts (pdf: Uint8Array): Promise<{ readonly title: unknown, readonly bookmarks: readonly string[] }> {
  const proxy = await getDocumentProxy(new Uint8Array(pdf))
  const { info } = await proxy.getMetadata()
  const outline = await proxy.getOutline()
  type Bookmark = (typeof outline)[number]
  const titles = (bookmarks: readonly Bookmark[]): string[] => bookmarks.flatMap(bookmark => [bookmark.title, ...titles(bookmark.items)])
  return { title: 'Title' in info ? info.Title : null, bookmarks: titles(outline) }
}

/** A PDF's objects as text: as they stand, and what its compressed streams hold. */
export function pdfSource (pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1')
  const streams = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [source, ...streams].join('\n')
}

/** A text without spaces, line ends and characters without a look: how it is broken into lines does not matter. */
export function squeezed (text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
}
