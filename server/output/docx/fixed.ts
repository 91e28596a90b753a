import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

// A zip's dates are local time without a zone: only a day that is the same everywhere gives the same bytes everywhere.
const fixedDate = new Date(1980, 0, 1, 12, 0, 0)

const hyperlinkId = /Id="(rId[0-9a-z_-]{10,})"/g
const checkBox = /<w:r><w:sym w:char="(26[0-9A-F]{2})" w:font="MS Gothic"\/><\/w:r>/g
const created = /(<dcterms:(?:created|modified) xsi:type="dcterms:W3CDTF">)[^<]*/g

/** docx gives links random ids: they are numbered instead, in the order in which they stand in the list of relations. */
function withNumberedLinks (files: Map<string, string>): void {
  for (const [path, relations] of files) {
    if (!path.endsWith('.rels')) continue
    const part = path.replace('_rels/', '').replace(/\.rels$/, '')
    const content = files.get(part)
    const names = new Map([...relations.matchAll(hyperlinkId)].map(([, id], index) => [id ?? '', `rLink${index + 1}`]))
    if (content === undefined || names.size === 0) continue
    files.set(path, relations.replace(hyperlinkId, (_, id: string) => `Id="${names.get(id) ?? id}"`))
    files.set(part, content.replace(/r:id="([^"]+)"/g, (_, id: string) => `r:id="${names.get(id) ?? id}"`))
  }
}

// Word's own way of writing a box that is ticked: a letter, which is also found by a search and read aloud.
function withLetterBoxes (xml: string): string {
  return xml.replace(checkBox, (_, code: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>${String.fromCodePoint(Number.parseInt(code, 16))}</w:t></w:r>`)
}

/**
 * Makes a DOCX the same whenever and wherever it is written: `at` (ISO 8601 UTC) is when it was made and changed, link
 * ids are numbers, the zip has one date and our compression. Takes and gives the bytes of the file.
 */
export function fixedDocx (docx: Uint8Array, at: string): Uint8Array {
  const moment = `${new Date(at).toISOString().slice(0, 19)}Z`
  const entries = Object.entries(unzipSync(docx))
  const texts = new Map(entries.filter(([path]) => /\.(?:xml|rels)$/.test(path)).map(([path, bytes]) => [path, strFromU8(bytes)]))
  withNumberedLinks(texts)
  const document = texts.get('word/document.xml')
  if (document !== undefined) texts.set('word/document.xml', withLetterBoxes(document))
  const core = texts.get('docProps/core.xml')
  if (core !== undefined) texts.set('docProps/core.xml', core.replace(created, `$1${moment}`))
  const zip: Zippable = {}
  for (const [path, bytes] of entries) {
    const text = texts.get(path)
    zip[path] = [text === undefined ? bytes : strToU8(text), { mtime: fixedDate, level: 6 }]
  }
  return zipSync(zip)
}
