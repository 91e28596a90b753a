import { StorageError, type Store } from '../store/port/index.ts'
import type { VersionBody } from '@samskriv/shared/version'
import type { VersionRecord } from '@samskriv/shared/workflow'

/** A version's bytes, exactly as they were hashed. Throws StorageError when they are gone or damaged. */
export async function versionBytes (store: Store, version: VersionRecord): Promise<Uint8Array> {
  const bytes = await store.getFile(version.hash)
  if (bytes === null) throw new StorageError(`The file of version ${version.number} of behovsmelding ${version.behovsmelding} is gone. Bring it back from a backup.`)
  return bytes
}

/** A version's content. The bytes have the hash that was recorded, so they are what was written: they are not checked again. */
export async function versionBody (store: Store, version: VersionRecord): Promise<VersionBody> {
  const body: VersionBody = JSON.parse(new TextDecoder().decode(await versionBytes(store, version)))
  return body
}
