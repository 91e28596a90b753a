import type { Projection } from '@samskriv/shared/document'
import { canonicalBytes } from '@samskriv/shared/version'
import type { BehovsmeldingRecord, VersionRecord } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import { versionBody } from './version.ts'

const textOf = ({ template, values }: Projection): Buffer => Buffer.from(canonicalBytes({ template, values }))

/**
 * The number of a version that holds this very text: the last one, or the one this epoch began with; null when neither does. Others are
 * not looked at: each costs reading a file while everybody's writing is held.
 */
export async function sameText (store: Store, behovsmelding: BehovsmeldingRecord, versions: readonly VersionRecord[], projection: Projection): Promise<number | null> {
  const now = textOf(projection)
  const first = versions.find(version => version.number === behovsmelding.origin?.version)
  for (const version of new Set([versions.at(-1), first])) {
    if (version !== undefined && textOf(await versionBody(store, version)).equals(now)) return version.number
  }
  return null
}
