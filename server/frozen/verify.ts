import { canonicalBytes, type VersionBody } from '@samskriv/shared/version'
import { nextVersion, type VersionRecord } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import { versionsOf } from '../workflow/index.ts'

/** What is wrong with a version: one is missing before it, its link to the one before, its file gone or damaged, or its content is not what its record says. */
export type VersionFault = 'number' | 'chain' | 'file' | 'content'

/** A version that is not as it was made. */
export interface VersionFinding { readonly behovsmelding: string, readonly number: number, readonly fault: VersionFault }

/** What checking versions asks of a store. */
export type VersionStore = Pick<Store, 'table' | 'getFile'>

/** Checks every version: numbered without gaps, each naming the hash before, each file there, whole, canonical and saying the same as its record. Empty: all is well. */
export async function verifyVersions (store: VersionStore): Promise<readonly VersionFinding[]> {
  const findings: VersionFinding[] = []
  const ids = new Set(Array.from(store.table('versions').values(), version => version.behovsmelding))
  for (const id of ids) {
    const versions = versionsOf(store, id)
    for (const [index, version] of versions.entries()) {
      const fault = chainFault(versions.slice(0, index), version) ?? await fileFault(store, version)
      if (fault !== null) findings.push({ behovsmelding: id, number: version.number, fault })
    }
  }
  return findings
}

function chainFault (before: readonly VersionRecord[], version: VersionRecord): VersionFault | null {
  const expected = nextVersion(before)
  if (version.number !== expected.number) return 'number'
  return version.previous === expected.previous ? null : 'chain'
}

async function fileFault (store: VersionStore, version: VersionRecord): Promise<VersionFault | null> {
  const bytes = await fileOf(store, version.hash)
  if (bytes === null) return 'file'
  const body = parsed(bytes)
  if (body === null || Buffer.compare(canonicalBytes(body), bytes) !== 0) return 'content'
  const same = body.behovsmelding === version.behovsmelding && body.number === version.number && body.previous === version.previous
  return same ? null : 'content'
}

async function fileOf (store: VersionStore, hash: string): Promise<Uint8Array | null> {
  try {
    return await store.getFile(hash)
  } catch {
    // Damaged: what is on disk no longer has that hash.
    return null
  }
}

function parsed (bytes: Uint8Array): VersionBody | null {
  try {
    const body: VersionBody | null = JSON.parse(new TextDecoder().decode(bytes))
    return typeof body === 'object' ? body : null
  } catch {
    return null
  }
}
