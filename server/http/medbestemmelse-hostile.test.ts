import type { Me, MedbestemmelseView, RoundView, StanceView } from '@samskriv/shared/api'
import { roles } from '@samskriv/shared/access'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { request as rawRequest } from 'node:http'
import { type Answer, type Browser } from './testing/browser.ts'
import { invite, startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
let partnership: Partnership
let second: Browser
let hash: string
beforeEach(async () => {
  house = await startHouse()
  partnership = await startPartnership(house)
  const { id, people: { eier } } = partnership
  second = house.browser()
  await second.send('POST', '/api/sign-in', { token: await invite(eier, id, 'tillitsvalgt'), name: 'den andre' })
  hash = ((await eier.send('POST', path('rounds'), { deadline: '2026-12-01' })).json as RoundView).hash
})
afterEach(() => house.close())

const path = (rest: string): string => `/api/behovsmeldinger/${partnership.id}/${rest}`
const paragraph = (text: string): object => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const said = (more: object = {}): object => ({ hash, stance: 'enig', union: 'Et forbund', basis: 'ks-b', statement: null, ...more })
const facts = { heldAt: '2026-11-22T10:00', place: '', attendants: [], bases: [], agreed: '', notAgreed: '' }
const give = (who: Browser, more: object = {}, round = 1): Promise<Answer> => who.send('POST', path(`rounds/${round}/stance`), said(more))
const refusals = (): unknown[] => house.store.entries.filter(entry => entry.result === 'refused').map(entry => [entry.role, entry.action, entry.facts?.code])
const everything = (): string => JSON.stringify(['rounds', 'stances', 'drafts', 'readings', 'versions', 'behovsmeldinger'].map(name => [...house.store.table(name as 'rounds').values()]))

describe('a hostile client in a round', () => {
  it('gets nothing done in a role that may not, whatever it sends: told, audited, nothing changed', async () => {
    const before = everything()
    const attempts: readonly (readonly [string, string, unknown])[] = [
      ['POST', 'rounds/1/stance', said()], ['DELETE', 'rounds/1/stance', undefined],
      ['PUT', 'rounds/1/draft', { stance: null, union: 'x', basis: null, statement: null }], ['POST', 'rounds/1/stance', { junk: 1 }],
    ]
    for (const role of ['eier', 'uh', 'leser'] as const) for (const [method, rest, body] of attempts) {
      expect((await partnership.people[role].send(method, path(rest), body)).code).toBe('not-allowed')
    }
    for (const role of ['uh', 'tillitsvalgt', 'leser'] as const) {
      expect((await partnership.people[role].send('POST', path('rounds/1/close'), facts)).code).toBe('not-allowed')
      expect((await partnership.people[role].send('POST', path('rounds'), { deadline: '2026-12-01' })).code).toBe('not-allowed')
      expect((await partnership.people[role].send('PUT', path('rounds/1/deadline'), { deadline: '2026-12-08' })).code).toBe('not-allowed')
    }
    expect(everything()).toBe(before)
    expect(refusals()).toHaveLength(3 * attempts.length + 9)
    expect(refusals()).toContainEqual(['eier', 'stance', 'not-allowed'])
  })

  it('is not told that there is a round where it has no part, and without a session nothing at all', async () => {
    const asks: readonly (readonly [string, string, unknown])[] = [
      ['GET', 'medbestemmelse', undefined], ['POST', 'rounds', { deadline: '2026-12-01' }], ['POST', 'rounds/1/close', facts], ['PUT', 'rounds/1/deadline', { deadline: '2026-12-08' }], ['PUT', 'rounds/1/read', { version: 1 }],
      ['PUT', 'rounds/1/draft', {}], ['POST', 'rounds/1/stance', said()], ['DELETE', 'rounds/1/stance', undefined], ['GET', 'rounds/1/protokoll', undefined],
    ]
    for (const [method, rest, body] of asks) {
      expect((await partnership.outsider.send(method, path(rest), body)).code).toBe('not-found')
      expect((await house.browser().send(method, path(rest), body)).code).toBe('not-signed-in')
    }
  })

  it('neither reads, changes nor withdraws what another tillitsvalgt drafts or has said', async () => {
    const { people: { tillitsvalgt } } = partnership
    await second.send('PUT', path('rounds/1/draft'), { stance: 'uenig', union: 'Deres', basis: null, statement: paragraph('HEMMELIG') })
    for (const who of roles.map(role => partnership.people[role])) {
      for (const rest of ['medbestemmelse', 'rounds/1/protokoll', 'audit', '']) expect((await who.send('GET', path(rest))).text).not.toMatch(/HEMMELIG|Deres/)
    }
    await tillitsvalgt.send('PUT', path('rounds/1/draft'), { stance: 'enig', union: 'Mine', basis: null, statement: null })
    expect(((await second.send('GET', path('medbestemmelse'))).json as MedbestemmelseView).draft?.union).toBe('Deres')

    const given = (await give(second, { stance: 'uenig', statement: paragraph('Vårt syn') })).json as StanceView
    expect((await tillitsvalgt.send('DELETE', path('rounds/1/stance'))).code).toBe('not-found')
    await give(tillitsvalgt)
    await tillitsvalgt.send('DELETE', path('rounds/1/stance'))
    const { rounds: [round] } = (await second.send('GET', path('medbestemmelse'))).json as MedbestemmelseView
    expect(round?.stances.find(stance => stance.id === given.id)).toEqual(given)
  })

  it('speaks in its own name only, whatever the body says', async () => {
    const { people: { tillitsvalgt } } = partnership
    const other = ((await give(second)).json as StanceView).by
    for (const named of [{ by: other.personId }, { by: 'ingen' }, { by: 'x'.repeat(100) }, { author: other }, { personId: other.personId }]) expect((await give(tillitsvalgt, named)).code).toBe('foreign-author')
    expect(refusals()).toEqual(Array.from({ length: 5 }, () => ['tillitsvalgt', 'give-stance', 'foreign-author']))
    const me = ((await tillitsvalgt.send('GET', '/api/me')).json as Me).person
    const forged = (await give(tillitsvalgt, { by: me?.id, role: 'eier', at: '1999-01-01', id: 'x', seal: 'x', late: true, withdrawnAt: 'x' })).json as StanceView
    expect([forged.by.name, forged.by.role, forged.at.slice(0, 4), forged.withdrawnAt, forged.late, forged.id === 'x']).toEqual(['tillitsvalgt', 'tillitsvalgt', '2026', undefined, undefined, false])
    expect(house.store.table('stances').size).toBe(2)
  })

  it('binds to the version of the open round and to no other', async () => {
    const { people: { eier, tillitsvalgt } } = partnership
    for (const wrong of ['', '0'.repeat(64), hash.toUpperCase()]) expect((await give(tillitsvalgt, { hash: wrong })).code).toBe('other-version')
    for (const round of ['0', '2', '01', '1e0', '-1', '99999', 'x', '__proto__']) expect((await tillitsvalgt.send('POST', path(`rounds/${round}/stance`), said())).code).toBe('not-found')
    await eier.send('POST', path('rounds/1/close'), facts)
    expect((await give(tillitsvalgt)).code).toBe('wrong-state')
    expect(refusals()).toEqual([
      ...Array.from({ length: 3 }, () => ['tillitsvalgt', 'give-stance', 'other-version']), ...Array.from({ length: 8 }, () => ['tillitsvalgt', 'stance', 'not-found']), ['tillitsvalgt', 'stance', 'wrong-state'],
    ])
    expect(house.store.table('stances').size).toBe(0)
  })

  it('is refused what is no stance and no statement, and what was drafted is kept', async () => {
    const { people: { tillitsvalgt }, id } = partnership
    const draft = { stance: 'uenig', union: 'Et forbund', basis: 'ks-b', statement: paragraph('Kladd') }
    await tillitsvalgt.send('PUT', path('rounds/1/draft'), draft)
    const before = everything()
    const wrong: readonly (readonly [object, string])[] = [
      [{ stance: 'kanskje' }, 'stance'], [{ basis: 'tariff' }, 'basis'], [{ union: ' \u202e ' }, 'union'], [{ union: 'x'.repeat(101) }, 'union'], [{ union: 'x'.repeat(401) }, 'union'],
      [{ statement: 'bare tekst' }, 'statement'], [{ statement: { type: 'doc', content: [{ type: 'script' }] } }, 'statement'],
      [{ statement: { type: 'doc', content: [{ type: 'image', attrs: { hash: 'a'.repeat(64) } }] } }, 'statement'], [{ hash: 7 }, 'hash'],
    ]
    for (const [more, field] of wrong) expect((await give(tillitsvalgt, more)).json).toMatchObject({ refusal: { code: 'invalid', facts: { field } } })
    expect((await give(tillitsvalgt, { statement: paragraph('x'.repeat(100_001)) })).json).toEqual({ refusal: { code: 'too-large', facts: { field: 'statement', most: 100_000, unit: 'bytes' } } })
    expect((await tillitsvalgt.send('PUT', path('rounds/1/draft'), { ...draft, statement: paragraph('x'.repeat(100_001)) })).code).toBe('too-large')
    // As much as would be taken, and not as much as is read: else one would shorten it to that, and be refused again.
    const huge = { ...draft, statement: paragraph('x'.repeat(2_000_000)) }
    for (const answer of [await give(tillitsvalgt, huge), await tillitsvalgt.send('PUT', path('rounds/1/draft'), huge)]) {
      expect([answer.status, answer.json]).toEqual([413, { refusal: { code: 'too-large', facts: { field: 'statement', most: 100_000, unit: 'bytes' } } }])
    }
    expect(await sendRaw(tillitsvalgt, path('rounds/1/stance'), `{"hash":"${hash}","stance":"enig","union":"u","basis":"ks-b","statement":${'{"content":['.repeat(9000)}${']}'.repeat(9000)}}`)).toBe(400)
    expect(everything()).toBe(before)
    expect((await tillitsvalgt.send('GET', path('medbestemmelse'))).json).toMatchObject({ draft })
    expect((await partnership.people.eier.send('GET', `/api/behovsmeldinger/${id}`)).status).toBe(200)
  })

  it('cannot fill the disk with stances', async () => {
    const { people: { tillitsvalgt } } = partnership
    for (let times = 0; times < 30; times++) expect((await give(tillitsvalgt)).status).toBe(201)
    expect((await give(tillitsvalgt)).json).toEqual({ refusal: { code: 'too-large', facts: { most: 30 } } })
  })

  it('cannot keep the disk busy with drafts', async () => {
    const { people: { tillitsvalgt } } = partnership
    const keep = (): Promise<Answer> => tillitsvalgt.send('PUT', path('rounds/1/draft'), { stance: 'enig', union: 'x', basis: null, statement: null })
    for (let times = 0; times < 120; times++) expect((await keep()).status).toBe(204)
    expect((await keep()).code).toBe('too-fast')
    house.wait(60_000)
    expect((await keep()).status).toBe(204)
  })

  it('opens no round with a deadline that is none, and closes none with a protokoll that is none', async () => {
    const { people: { eier } } = partnership
    for (const deadline of ['', '2026-11-21', '2026-02-30', '22.11.2026', '2099-01-01', '2026-12-01T00:00', 'x'.repeat(21)]) {
      expect((await eier.send('POST', path('rounds'), { deadline })).code).toMatch(/^(round-open|invalid)$/)
    }
    const wrong: readonly (readonly [object, string])[] = [
      [{ heldAt: 'i går' }, 'heldAt'], [{ heldAt: '2026-11-22T25:00' }, 'heldAt'], [{ place: 'x'.repeat(201) }, 'place'], [{ agreed: 'x'.repeat(20_001) }, 'agreed'], [{ bases: ['tariff'] }, 'bases.0'],
      [{ basisOf: { uh: ['tariff'] } }, 'basisOf.uh.0'], [{ views: { uh: 'x'.repeat(20_001) } }, 'views.uh'], [{ views: { eier: 1 } }, 'views.eier'],
      [{ attendants: [{ name: '', function: '', party: 'eier', union: '' }] }, 'attendants.0'], [{ attendants: [{ name: 'Ida', function: '', party: 'andre', union: '' }] }, 'attendants.0.party'],
    ]
    for (const [more, field] of wrong) expect((await eier.send('POST', path('rounds/1/close'), { ...facts, ...more })).json).toMatchObject({ refusal: { code: 'invalid', facts: { field } } })
    const many = Array.from({ length: 201 }, () => ({ name: 'Ida', function: '', party: 'eier', union: '' }))
    expect((await eier.send('POST', path('rounds/1/close'), { ...facts, attendants: many })).code).toBe('too-large')
    expect(house.store.table('rounds').get(`${partnership.id}/1`)?.closing).toBeNull()
    await eier.send('POST', path('rounds/1/close'), facts)
    for (const deadline of ['', '2026-11-21', '2099-01-01']) expect((await eier.send('POST', path('rounds'), { deadline })).json).toEqual({ refusal: { code: 'invalid', facts: { field: 'deadline' } } })
  })

  it('closes a round once, however many ask in the same moment, and stores nothing half when the disk refuses', async () => {
    const { people: { eier } } = partnership
    const both = await Promise.all([1, 2, 3].map(() => eier.send('POST', path('rounds/1/close'), facts)))
    expect(both.map(each => each.status).toSorted()).toEqual([200, 409, 409])
    const next = (await eier.send('POST', path('rounds'), { deadline: '2026-12-01' })).json as RoundView
    const before = everything()
    house.store.fill()
    expect((await eier.send('POST', path('rounds/2/close'), facts)).code).toBe('storage-failed')
    expect((await give(partnership.people.tillitsvalgt, { hash: next.hash }, 2)).code).toBe('storage-failed')
    expect(everything()).toBe(before)
  })
})

// A body as text: no client of ours could write it.
function sendRaw (who: Browser, to: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = rawRequest(house.base + to, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Origin': house.base, 'Cookie': who.cookie() } }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
