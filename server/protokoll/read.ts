import type { ProtokollBody } from '@samskriv/shared/protokoll'
import type { RoundRecord } from '@samskriv/shared/workflow'
import { StorageError, type Store } from '../store/port/index.ts'
import type { FrozenProtokoll } from './body.ts'

function readBody (bytes: Uint8Array): ProtokollBody {
  const body: ProtokollBody = JSON.parse(new TextDecoder().decode(bytes))
  return body
}

/** A closed round's protokoll as it was kept; null while it is open. Throws StorageError when its file is gone or damaged. */
export async function keptProtokoll (store: Pick<Store, 'getFile'>, round: RoundRecord): Promise<FrozenProtokoll | null> {
  if (round.closing === null) return null
  const hash = round.closing.protokoll
  const bytes = await store.getFile(hash)
  if (bytes === null) throw new StorageError(`The file of the protokoll of round ${round.number} of behovsmelding ${round.behovsmelding} is gone. Bring it back from a backup.`)
  // The bytes have the hash that was recorded, so they are what was written.
  return { body: readBody(bytes), bytes, hash }
}
