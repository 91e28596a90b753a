import type { Checkable, CheckedDelivery, CheckStanding, KnownHash } from '@samskriv/shared/api'
import type { Language } from '@samskriv/shared/base'
import { packageNames } from '@samskriv/shared/package'
import { membershipId, versionId, type BehovsmeldingRecord } from '@samskriv/shared/workflow'
import type { DeliveryRecord, Store, VersionRecord } from '../store/port/index.ts'
import { deliveriesOf } from '../workflow/index.ts'

interface Found { readonly what: Checkable, readonly language: Language | null, readonly version: VersionRecord, readonly delivery: DeliveryRecord | null }

/**
 * What is known of a hash by somebody (`personId` null: nobody is signed in). Looks through the records in memory: some microseconds
 * for each delivery there is.
 */
export function knownHash (store: Pick<Store, 'table'>, hash: string, personId: string | null): KnownHash | null {
  const hasPart = (behovsmelding: string): boolean => personId !== null && store.table('memberships').has(membershipId(behovsmelding, personId))
  const found = inDeliveries(store, hash, hasPart) ?? inVersions(store, hash) ?? inHandedOut(store, hash)
  const behovsmelding = store.table('behovsmeldinger').get(found?.version.behovsmelding ?? '')
  if (found === null || behovsmelding === undefined) return null
  const { what, language, version, delivery } = found
  const latest = deliveriesOf(store, behovsmelding.id).at(-1) ?? null
  return {
    what, language,
    standing: standingOf(delivery, latest),
    version: { number: version.number, kind: version.kind, at: version.at },
    delivery: shown(delivery),
    latest: latest?.number === delivery?.number ? null : shown(latest),
    inside: hasPart(behovsmelding.id) ? insideOf(behovsmelding, delivery) : null,
  }
}

const insideOf = ({ id, title }: BehovsmeldingRecord, delivery: DeliveryRecord | null): KnownHash['inside'] =>
  ({ behovsmelding: id, title, to: delivery?.to ?? null, reference: delivery?.reference ?? null, by: delivery?.by.name ?? null })

function shown (delivery: DeliveryRecord | null): CheckedDelivery | null {
  return delivery === null ? null : { number: delivery.number, version: delivery.version, on: delivery.on }
}

function standingOf (delivery: DeliveryRecord | null, latest: DeliveryRecord | null): CheckStanding {
  if (delivery === null) return 'not-delivered'
  if (delivery.number !== latest?.number) return 'superseded'
  return delivery.returned === undefined ? 'delivered' : 'returned'
}

// The same protokoll may be in two deliveries: the later one is the answer.
function inDeliveries (store: Pick<Store, 'table'>, hash: string, hasPart: (behovsmelding: string) => boolean): Found | null {
  let found: Found | null = null
  let latest = ''
  for (const delivery of store.table('deliveries').values()) {
    if (delivery.package.at < latest) continue
    const named = namedIn(delivery, hash)
    const version = store.table('versions').get(versionId(delivery.behovsmelding, delivery.version))
    if (named === null || version === undefined) continue
    // An image may be anybody's, a municipality's arms say: having it proves nothing.
    if (named.what === 'attachment' && !hasPart(delivery.behovsmelding)) continue
    found = { ...named, version, delivery }
    latest = delivery.package.at
  }
  return found
}

function namedIn (delivery: DeliveryRecord, hash: string): Pick<Found, 'what' | 'language'> | null {
  if (delivery.package.hash === hash) return { what: 'package', language: delivery.language }
  if (delivery.versionHash === hash) return { what: 'version', language: null }
  const rendering = delivery.package.renderings.find(one => one.hash === hash)
  if (rendering !== undefined) return { what: rendering.kind, language: rendering.language }
  const file = delivery.package.files.find(one => one.hash === hash)
  const what = file === undefined ? null : whatIs(file.name)
  return what === null ? null : { what, language: delivery.language }
}

// The key and the text on how to check are nobody's in particular.
function whatIs (name: string): Checkable | null {
  if (name === packageNames.publicKey || name === packageNames.readme) return null
  return name.startsWith('protokoll') ? 'protokoll' : 'attachment'
}

function inVersions (store: Pick<Store, 'table'>, hash: string): Found | null {
  for (const version of store.table('versions').values()) if (version.hash === hash) return { what: 'version', language: null, version, delivery: null }
  return null
}

// A document somebody fetched of a version; where that was delivered, it says the same as the delivered one.
function inHandedOut (store: Pick<Store, 'table'>, hash: string): Found | null {
  const document = store.table('renderings').get(hash)
  const version = document === undefined ? undefined : store.table('versions').get(versionId(document.behovsmelding, document.version))
  if (document === undefined || version === undefined) return null
  const delivery = deliveriesOf(store, version.behovsmelding).findLast(each => each.version === version.number) ?? null
  return { what: document.kind, language: document.language, version, delivery }
}
