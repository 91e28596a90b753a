import { taken } from '@samskriv/shared/base'
import { textOf } from '@samskriv/shared/document'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringAt } from '../http/testing/browser.ts'
import { startHouse, startPartnership, type TestHouse } from '../http/testing/house.ts'
import { announceKey, newSigningKey } from '../signing/index.ts'
import type { DeliveryRecord } from '../store/port/index.ts'
import { check, isWhole, type Checked } from './check.ts'
import { report } from './report.ts'

const signing = newSigningKey()
let house: TestHouse
let id: string

// Two deliveries, the first of which came back.
beforeEach(async () => {
  house = await startHouse(parts => ({ ...parts, signing, renderPdf: async () => taken(new Uint8Array([1])) }))
  await announceKey(house.store, signing, house.now())
  const partnership = await startPartnership(house)
  id = partnership.id
  const { eier } = partnership.people
  const path = `/api/behovsmeldinger/${id}`
  for (const version of [1, 2]) {
    textOf(house.live.doc(id, version), 'navn').insert(0, `Nordvik ${version}`)
    await eier.send('POST', `${path}/lock`, {})
    const delivered = await eier.send('POST', `${path}/deliver`, { version, on: '2026-11-22', to: 'Statsforvalteren' })
    expect(stringAt(delivered.json, 'to')).toBe('Statsforvalteren')
    if (version === 1) await eier.send('POST', `${path}/reopen`, { reason: 'en sum' })
  }
})
afterEach(() => house.close())

const checked = async (): Promise<Checked> => await check({ ...house.store, auditHead: async () => ({ number: house.store.entries.length, hash: house.store.entries.at(-1)?.hash ?? '' }) })
function delivery (number: number): DeliveryRecord {
  const found = house.store.table('deliveries').get(`${id}/${number}`)
  if (found === undefined) throw new Error(`no delivery ${number}`)
  return found
}
const put = (changed: DeliveryRecord): Promise<void> => house.store.commit({ changes: [{ table: 'deliveries', put: changed }] })

describe('proving deliveries', () => {
  it('finds nothing wrong with what was delivered, returned and delivered again', async () => {
    const found = await checked()
    expect([found.deliveries, found.deliveryFindings, found.otherThanDelivered, isWhole(found)]).toEqual([2, [], [], true])
    expect(report(found).join('\n')).toContain('Deliveries: 2, packages and signatures are whole')
  })

  it('finds a package that is gone', async () => {
    house.store.files.delete(delivery(1).package.hash)
    const found = await checked()
    expect([found.deliveryFindings, isWhole(found)]).toEqual([[{ behovsmelding: id, number: 1, fault: 'package' }], false])
    expect(report(found).join('\n')).toContain(`delivery 1 of behovsmelding ${id}: its package is gone`)
  })

  it('finds a package put in place of another, though it is whole and signed: the record, and the audit log, know better', async () => {
    await put({ ...delivery(1), package: { ...delivery(1).package, hash: delivery(2).package.hash } })
    expect(await checked()).toMatchObject({ deliveryFindings: [{ number: 1, fault: 'record' }], otherThanDelivered: [`${id}/1`] })
  })

  it('finds a record that says something else than what was signed', async () => {
    await put({ ...delivery(2), to: 'Fylkeskommunen' })
    expect(await checked()).toMatchObject({ deliveryFindings: [{ number: 2, fault: 'record' }], otherThanDelivered: [] })
  })

  it('finds a package that was changed and its hash with it', async () => {
    const zip = new Uint8Array(await house.store.getFile(delivery(2).package.hash) ?? [])
    zip[zip.length - 1] = 1
    await put({ ...delivery(2), package: { ...delivery(2).package, hash: await house.store.putFile(zip) } })
    expect(await checked()).toMatchObject({ deliveryFindings: [{ number: 2, fault: 'seal' }], otherThanDelivered: [`${id}/2`] })
  })

  it('finds a key that the audit log does not know, and a delivery that is gone', async () => {
    const other = newSigningKey()
    await house.store.commit({ changes: [{ table: 'signingKeys', put: { id: other.fingerprint, publicKey: other.publicKey, madeAt: '2026-11-22T10:00:00.000Z' } }] })
    await put({ ...delivery(1), package: { ...delivery(1).package, key: other.fingerprint } })
    expect(await checked()).toMatchObject({ deliveryFindings: [{ number: 1, fault: 'key' }] })
    await house.store.commit({ changes: [{ table: 'deliveries', remove: `${id}/1` }] })
    expect(await checked()).toMatchObject({ deliveryFindings: [], otherThanDelivered: [`${id}/1`] })
  })
})
