import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { imageFacts, uprightSize } from '../image/sniff.ts'
import type { Loaded } from '../input.ts'
import { imagesOf } from '../outline/images.ts'
import { outlineFor } from '../outline-for.ts'
import type { Coverage } from '../text/parts.ts'
import { wordsOf } from '../words.ts'
import { carefulCoverage, charactersOf, pdfCoverage } from './coverage.ts'
import { pdfData, type PlacedImage } from './data.ts'
import { fontFamilies, fontFiles } from './fonts.ts'

interface Press { readonly compiler: NodeCompiler, readonly coverage: Coverage, readonly careful: Coverage }

const folder = fileURLToPath(new URL('.', import.meta.url))
const standard = 'a-2a'
// How many compilations Typst keeps what it has worked out (layout of unchanged paragraphs): enough for one version in three languages.
const keptCompilations = 1
// Word processors and browsers show 96 pixels to the inch; a point is 1/72 inch.
const pointsPerPixel = 0.75
// How large an image may be on the page, in points: the width of the text and two thirds of its height.
const mostWidth = 458
const mostHeight = 465

let press: Press | null = null

// Made once a thread: reading the fonts takes some 40 ms.
function thePress (): Press {
  if (press !== null) return press
  const fonts = fontFiles()
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts }] })
  const characters = fonts.map(charactersOf)
  press = { compiler, coverage: pdfCoverage(characters), careful: carefulCoverage(characters) }
  return press
}

interface Source { readonly path: string, readonly bytes: Uint8Array, readonly width: number }

function widthOf (size: { readonly width: number, readonly height: number }): number {
  const scale = Math.min(pointsPerPixel, mostWidth / size.width, mostHeight / size.height)
  return size.width * scale
}

function sourcesOf (hashes: readonly string[], images: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>()
  for (const hash of hashes) {
    const bytes = images.get(hash)
    const facts = bytes === undefined ? null : imageFacts(bytes)
    if (bytes !== undefined && facts !== null) sources.set(hash, { path: `image-${hash}.${facts.type}`, bytes, width: widthOf(uprightSize(facts)) })
  }
  return sources
}

type Compiled = { readonly ok: true, readonly pdf: Uint8Array } | { readonly ok: false, readonly why: string }

function compile (compiler: NodeCompiler, mainFile: { mainFilePath: string } | { mainFileContent: string }, at: string): Compiled {
  const compiled = compiler.compile(mainFile)
  const page = compiled.result
  if (page === null) return { ok: false, why: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? []) }
  try {
    return { ok: true, pdf: new Uint8Array(compiler.pdf(page, { pdfStandard: standard, creationTimestamp: Math.floor(Date.parse(at) / 1000) })) }
  } catch (error) {
    return { ok: false, why: String(error) }
  }
}

// An image whose first bytes are right can still be broken further in. Only Typst can tell, and asking costs a compilation.
function isReadable (compiler: NodeCompiler, source: Source, at: string): boolean {
  return compile(compiler, { mainFileContent: `#set document(title: "-")\n#image("${source.path}", alt: "-")` }, at).ok
}

/**
 * Writes a version, or a protokoll, as tagged PDF/A-2a. The same input gives the same bytes, on any machine and at any time. An image that
 * is missing or broken is said to be so in its place. Throws only when the fonts or the Typst file do not fit together.
 * Takes the thread it runs on for tens to hundreds of milliseconds.
 */
export function pdfOf (input: Loaded): Uint8Array {
  const { compiler, coverage, careful } = thePress()
  const outline = outlineFor(input)
  const sources = sourcesOf(imagesOf(outline), input.images)
  const make = (unreadable: ReadonlySet<string>, coverage: Coverage): Compiled => {
    const place = (hash: string): PlacedImage => {
      const source = sources.get(hash)
      if (source === undefined) return input.images.has(hash) ? 'unreadable' : null
      return unreadable.has(hash) ? 'unreadable' : { path: source.path, width: source.width }
    }
    const data = pdfData(outline, wordsOf[input.language], coverage, place, fontFamilies)
    compiler.mapShadow(`${folder}data.json`, Buffer.from(JSON.stringify(data)))
    return compile(compiler, { mainFilePath: `${folder}form.typ` }, outline.at)
  }
  try {
    for (const source of sources.values()) compiler.mapShadow(`${folder}${source.path}`, Buffer.from(source.bytes))
    let made = make(new Set(), coverage)
    if (!made.ok) {
      const unreadable = new Set([...sources].filter(([, source]) => !isReadable(compiler, source, outline.at)).map(([hash]) => hash))
      made = unreadable.size > 0 ? make(unreadable, coverage) : made
      if (!made.ok) made = make(unreadable, careful)
    }
    if (!made.ok) throw new Error(`Typst refused the document: ${made.why}`)
    return made.pdf
  } finally {
    compiler.resetShadow()
    compiler.evictCache(keptCompilations)
  }
}
