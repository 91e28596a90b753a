import type { Language } from '@samskriv/shared/base'
import { sha256 } from '@samskriv/shared/version'
import { isoTime, type VersionRecord } from '@samskriv/shared/workflow'
import { StorageError, type RenderingRecord, type Store } from '../store/port/index.ts'

/** A document that is about to be handed out. `now`: ms since 1970. */
export interface HandedOut { readonly version: VersionRecord, readonly kind: RenderingRecord['kind'], readonly language: Language, readonly bytes: Uint8Array, readonly now: number }

/**
 * Remembers a document of a version that somebody fetches, so that whoever has the file can be told which version it is. A disk that
 * takes nothing more keeps nobody from reading: the file is then unknown, which is what is said of it.
 */
export async function rememberHandedOut (store: Pick<Store, 'table' | 'commit'>, { version, kind, language, bytes, now }: HandedOut): Promise<void> {
  const id = await sha256(new Uint8Array(bytes))
  if (store.table('renderings').has(id)) return
  const put: RenderingRecord = { id, behovsmelding: version.behovsmelding, version: version.number, kind, language, at: isoTime(now) }
  try {
    await store.commit({ changes: [{ table: 'renderings', put }] })
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
  }
}
