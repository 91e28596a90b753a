import type { AuditHead, AuditVerdict } from '../store/audit/index.ts'
import { verifyAudit } from '../store/audit/index.ts'
import { verifyVersions, type VersionFinding } from '../frozen/index.ts'
import { verifyDeliveries, type DeliveryFinding } from './deliveries.ts'
import { gatherRounds, verifyRounds, type RoundFinding } from './rounds.ts'
import { StorageError, type ChainedAuditEntry, type FileRecord, type Store } from '../store/port/index.ts'
import { deliveryId, versionId } from '@samskriv/shared/workflow'

/** What a data folder is looked through as. */
export type CheckedStore = Pick<Store, 'table' | 'audit' | 'getFile'> & { auditHead (): Promise<AuditHead | null> }

/** How the head kept outside the log was found. `absent`: there is none though the log has entries. */
export type HeadFound = 'found' | 'absent' | 'damaged'

/** What was looked at, and what is wrong. All lists empty, the verdict ok and the head found: all is as it was made. */
export interface Checked {
  /** Entries that were followed from the first on, without a fault. */
  readonly entries: number
  readonly audit: AuditVerdict
  readonly head: HeadFound
  readonly behovsmeldinger: number
  readonly versions: number
  readonly versionFindings: readonly VersionFinding[]
  /** Locks in the audit log whose version is gone or another one: ids of versions. */
  readonly otherThanAudited: readonly string[]
  readonly rounds: number
  readonly stances: number
  readonly roundFindings: readonly RoundFinding[]
  readonly deliveries: number
  readonly deliveryFindings: readonly DeliveryFinding[]
  /** Deliveries in the audit log that are gone, or whose package is another one: ids of deliveries. */
  readonly otherThanDelivered: readonly string[]
  readonly images: number
  /** Images whose file is gone or changed. */
  readonly imageFindings: readonly Pick<FileRecord, 'behovsmelding' | 'hash'>[]
}

/** Steps that make a version, whose entry says which. */
const freezingSteps: ReadonlySet<string> = new Set(['lock', 'open-round', 'name-version'])

/**
 * Looks through everything that can be proved: the audit log's chain against the head kept outside, every version's chain, file
 * and hash, that each lock in the log made the version that is there, every round with its version, protokoll and stances, every delivery's
 * package, key and signature, every image's hash. Rejects with StorageError when the disk does not do as told.
 */
export async function check (store: CheckedStore): Promise<Checked> {
  const versions = store.table('versions')
  const outside = await readHead(store)
  const locks = new Map<string, string>()
  const packages = new Map<string, string>()
  const keys = new Set<string>()
  const rounds = gatherRounds()
  let entries = 0
  const followed = async function * (): AsyncGenerator<ChainedAuditEntry> {
    for await (const entry of store.audit()) {
      yield entry
      // Asked for the next one: this one held.
      entries++
      rounds.note(entry)
      const { version, hash, delivery, package: zip, fingerprint } = entry.facts ?? {}
      const made = freezingSteps.has(entry.action) && entry.result === 'done' && entry.behovsmelding !== null
      if (made && typeof version === 'number' && typeof hash === 'string') locks.set(versionId(entry.behovsmelding, version), hash)
      if (entry.action === 'deliver' && entry.result === 'done' && typeof delivery === 'number') packages.set(deliveryId(entry.behovsmelding ?? '', delivery), String(zip))
      if (entry.action === 'make-signing-key') keys.add(String(fingerprint))
    }
  }
  const audit = await verifyAudit(followed(), outside.head)
  return {
    entries, audit,
    head: outside.head === null && entries === 0 && audit.ok ? 'found' : outside.found,
    behovsmeldinger: new Set(Array.from(versions.values(), version => version.behovsmelding)).size,
    versions: versions.size,
    versionFindings: await verifyVersions(store),
    otherThanAudited: [...locks].filter(([id, hash]) => versions.get(id)?.hash !== hash).map(([id]) => id),
    rounds: store.table('rounds').size,
    stances: store.table('stances').size,
    roundFindings: await verifyRounds(store, rounds, audit.ok),
    deliveries: store.table('deliveries').size,
    deliveryFindings: await verifyDeliveries(store, keys),
    otherThanDelivered: [...packages].filter(([id, hash]) => store.table('deliveries').get(id)?.package.hash !== hash).map(([id]) => id),
    images: store.table('files').size,
    imageFindings: await wrongImages(store),
  }
}

/** Whether nothing is wrong. */
export function isWhole (checked: Checked): boolean {
  return checked.audit.ok && checked.head === 'found' &&
    checked.versionFindings.length + checked.otherThanAudited.length + checked.roundFindings.length + checked.deliveryFindings.length + checked.otherThanDelivered.length + checked.imageFindings.length === 0
}

async function readHead (store: CheckedStore): Promise<{ readonly head: AuditHead | null, readonly found: HeadFound }> {
  try {
    const head = await store.auditHead()
    return { head, found: head === null ? 'absent' : 'found' }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return { head: null, found: 'damaged' }
  }
}

async function wrongImages (store: CheckedStore): Promise<FileRecord[]> {
  const wrong: FileRecord[] = []
  for (const file of store.table('files').values()) {
    const bytes = await store.getFile(file.hash).catch(() => null)
    if (bytes === null) wrong.push(file)
  }
  return wrong
}
