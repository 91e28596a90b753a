import { canonicalBytes } from '@samskriv/shared/version'
import { checkPackage, fingerprintOf, readPublicKey, type Manifest } from '@samskriv/shared/package'
import { versionId } from '@samskriv/shared/workflow'
import type { DeliveryRecord, Store } from '../store/port/index.ts'

/**
 * What is wrong with a delivery: its package is gone or no longer has its hash; the key it is signed with is not among those the
 * audit log knows; the package is not as it was signed; it says something else than the record, or than the version there is.
 */
export type DeliveryFault = 'package' | 'key' | 'seal' | 'record'

/** A delivery that is not as it was made. */
export interface DeliveryFinding { readonly behovsmelding: string, readonly number: number, readonly fault: DeliveryFault }

/** What proving deliveries asks of a store. */
export type DeliveryStore = Pick<Store, 'table' | 'getFile'>

/** Proves every delivery: its package's hash, its manifest's signature by a key in `announced` (fingerprints), every file in it, and that it says what its record says. */
export async function verifyDeliveries (store: DeliveryStore, announced: ReadonlySet<string>): Promise<readonly DeliveryFinding[]> {
  const findings: DeliveryFinding[] = []
  for (const delivery of store.table('deliveries').values()) {
    const fault = await faultOf(store, delivery, announced)
    if (fault !== null) findings.push({ behovsmelding: delivery.behovsmelding, number: delivery.number, fault })
  }
  return findings
}

async function faultOf (store: DeliveryStore, delivery: DeliveryRecord, announced: ReadonlySet<string>): Promise<DeliveryFault | null> {
  const zip = await store.getFile(delivery.package.hash).catch(() => null)
  if (zip === null) return 'package'
  const key = readPublicKey(store.table('signingKeys').get(delivery.package.key)?.publicKey ?? '')
  if (key === null || await fingerprintOf(key) !== delivery.package.key || !announced.has(delivery.package.key)) return 'key'
  const { manifest, findings } = await checkPackage(zip, key)
  if (manifest === null || findings.length > 0) return 'seal'
  const version = store.table('versions').get(versionId(delivery.behovsmelding, delivery.version))
  return version?.hash === delivery.versionHash && saysTheSame(manifest, delivery) ? null : 'record'
}

function saysTheSame ({ behovsmelding, delivery, version, files, key }: Manifest, record: DeliveryRecord): boolean {
  const { number, on, to, reference, language, by: { name, role }, package: { at } } = record
  const written = { id: record.behovsmelding, delivery: { number, on, to, reference, language, at, by: { name, role } }, version: record.version, hash: record.versionHash, files: record.package.files, key: record.package.key }
  return Buffer.compare(canonicalBytes({ id: behovsmelding.id, delivery, version: version.number, hash: version.hash, files, key }), canonicalBytes(written)) === 0
}
