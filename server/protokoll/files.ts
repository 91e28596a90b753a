import { refused, taken, type Language, type Result } from '@samskriv/shared/base'
import type { ProtokollBody } from '@samskriv/shared/protokoll'
import type { RoundRecord } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import { roundsOf } from '../workflow/index.ts'
import { keptProtokoll } from './read.ts'

/** What a protokoll's documents are written from. `hash`: of what was kept. `image` gives an image's bytes by hash, null when there is none. */
export interface WriteProtokollInput {
  readonly protokoll: ProtokollBody
  readonly hash: string
  readonly language: Language
  readonly image: (hash: string) => Promise<Uint8Array | null>
}

/** Writes a protokoll as a document. The same input gives the same bytes. */
export type WriteProtokoll = (input: WriteProtokollInput) => Promise<Result<Uint8Array>>

/** What writing protokoller needs. */
export interface ProtokollParts {
  readonly store: Pick<Store, 'table' | 'getFile'>
  readonly docx: WriteProtokoll
  readonly pdf: WriteProtokoll
}

/** A kind of document. */
export type ProtokollFormat = 'docx' | 'pdf'

/** A protokoll's media types. */
export const protokollTypes = {
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** The document of a closed round. Refuses `round-open` while there is nothing that stays to be written, and what writing refuses. Rejects with StorageError. */
export async function protokollFile ({ store, docx, pdf }: ProtokollParts, round: RoundRecord, format: ProtokollFormat, language: Language): Promise<Result<Uint8Array>> {
  const kept = await keptProtokoll(store, round)
  if (kept === null) return refused('round-open', { round: round.number })
  // Only images of the same behovsmelding: a hash in a text opens nobody else's file.
  const image = async (hash: string): Promise<Uint8Array | null> => (store.table('files').has(`${round.behovsmelding}/${hash}`) ? await store.getFile(hash) : null)
  const write = format === 'docx' ? docx : pdf
  return await write({ protokoll: kept.body, hash: kept.hash, language, image })
}

/** A file of a protokoll: its name says which round, and nothing of who is in it. */
export interface ProtokollFile { readonly name: string, readonly type: string, readonly content: Uint8Array }

/** Every closed round's protokoll, by number: what was kept, and both documents. Refuses what writing refuses. Rejects with StorageError. */
export async function protokollFiles (parts: ProtokollParts, behovsmelding: string, language: Language): Promise<Result<readonly ProtokollFile[]>> {
  const files: ProtokollFile[] = []
  for (const round of roundsOf(parts.store, behovsmelding)) {
    const kept = await keptProtokoll(parts.store, round)
    if (kept === null) continue
    const name = `protokoll/runde-${round.number}`
    files.push({ name: `${name}.json`, type: protokollTypes.json, content: kept.bytes })
    for (const format of ['pdf', 'docx'] as const) {
      const written = await protokollFile(parts, round, format, language)
      if (!written.ok) return written
      files.push({ name: `${name}.${format}`, type: protokollTypes[format], content: written.value })
    }
  }
  return taken(files)
}
