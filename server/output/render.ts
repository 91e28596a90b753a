import { docxOf } from './docx/render.ts'
import { withImages, withProtokollImages } from './image/load.ts'
import type { OutputInput, ProtokollInput } from './input.ts'
import { pdfOf } from './pdf/render.ts'

/** A version as DOCX, written on this thread. The server asks `startOutput` instead. Same version, same bytes. */
export async function renderDocx (input: OutputInput): Promise<Uint8Array> {
  return docxOf(await withImages(input))
}

/** A version as tagged PDF/A-2a, written on this thread. The server asks `startOutput` instead. Same version, same bytes. */
export async function renderPdf (input: OutputInput): Promise<Uint8Array> {
  return pdfOf(await withImages(input))
}

/** A protokoll as DOCX, written on this thread. Same protokoll, same bytes. */
export async function renderProtokollDocx (input: ProtokollInput): Promise<Uint8Array> {
  return docxOf(await withProtokollImages(input))
}

/** A protokoll as tagged PDF/A-2a, written on this thread. Same protokoll, same bytes. */
export async function renderProtokollPdf (input: ProtokollInput): Promise<Uint8Array> {
  return pdfOf(await withProtokollImages(input))
}
