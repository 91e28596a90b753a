import type { BehovsmeldingSummary, MedbestemmelseView, ProtokollFacts, ProtokollView, RoundView, StanceView } from '@samskriv/shared/api'
import { canonicalBytes, sha256 } from '@samskriv/shared/version'
import { taken } from '@samskriv/shared/base'
import { textOf, valuesOf } from '@samskriv/shared/document'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringAt, type Answer, type Browser } from './testing/browser.ts'
import { invite, startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
let partnership: Partnership
beforeEach(async () => {
  house = await startHouse(parts => ({ ...parts, renderPdf: async input => taken(new TextEncoder().encode(input.meta.hash)) }))
  partnership = await startPartnership(house)
  const document = house.live.doc(partnership.id, 1)
  textOf(document, 'navn').insert(0, 'Nordvik og Sørvik')
  valuesOf(document).set('sum', 330000)
})
afterEach(() => house.close())

const rounds = (): string => `/api/behovsmeldinger/${partnership.id}/rounds`
const open = (who: Browser, deadline = '2026-12-01'): Promise<Answer> => who.send('POST', rounds(), { deadline, note: 'Les særlig tiltak 2' })
const statement = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vi savner tid til vikarer.', marks: [{ type: 'bold' }] }] }] }
const facts: ProtokollFacts = {
  heldAt: '2026-11-30T09:00', place: ' Rådhuset ', bases: ['staten', 'ks-b'], agreed: 'Tiltak 1', notAgreed: 'Tiltak 2: vikarer',
  attendants: [{ name: 'Ida', function: 'rektor', party: 'eier', union: '' }],
}
const said = (hash: string, more: object = {}): object => ({ hash, stance: 'uenig', union: 'Et forbund', basis: 'ks-b', statement, ...more })
const see = async (who: Browser): Promise<MedbestemmelseView> => (await who.send('GET', `/api/behovsmeldinger/${partnership.id}/medbestemmelse`)).json as MedbestemmelseView
const stateNow = (): string | undefined => house.store.table('behovsmeldinger').get(partnership.id)?.state
const audited = (result: 'done' | 'refused'): unknown[] => house.store.entries.filter(entry => entry.result === result).map(entry => entry.action)

describe('a round of medbestemmelse', () => {
  it('freezes the text, opens for stances, and everybody sees it, in one commit', async () => {
    const { people: { eier, leser }, id } = partnership
    const before = house.store.commits()
    const told = house.live.told.length
    const opened = await open(eier)
    expect([opened.status, house.store.commits() - before, stateNow()]).toEqual([201, 1, 'medbestemmelse'])
    const round = opened.json as RoundView
    expect(round).toMatchObject({ number: 1, version: 1, epoch: 1, deadline: '2026-12-01', note: 'Les særlig tiltak 2', openedBy: { name: 'eier', role: 'eier' }, stances: [], missing: [{ name: 'tillitsvalgt' }], protokoll: null })
    const file = await leser.send('GET', `/api/behovsmeldinger/${id}/versions/1`)
    expect(file.json).toMatchObject({ values: { navn: 'Nordvik og Sørvik', sum: 330000 } })
    expect(await sha256(new TextEncoder().encode(file.text))).toBe(round.hash)
    expect(await see(leser)).toEqual({ rounds: [round], open: 1, lastSeen: null, draft: null })
    expect(house.live.told.slice(told).filter(each => each.topic === 'medbestemmelse')).toEqual([{ behovsmelding: id, topic: 'medbestemmelse' }])
    expect(house.live.judged.at(-1)).toBe(id)
  })

  it('is told of in everybody’s list, with what it asks of whom', async () => {
    const { people: { eier, tillitsvalgt }, id } = partnership
    const listed = async (who: Browser): Promise<unknown> => ((await who.send('GET', '/api/behovsmeldinger')).json as BehovsmeldingSummary[]).find(one => one.id === id)?.round
    expect(await listed(tillitsvalgt)).toBeUndefined()
    const { hash } = (await open(eier)).json as RoundView
    const round = { number: 1, version: 1, deadline: '2026-12-01' }
    expect([await listed(eier), await listed(tillitsvalgt)]).toEqual([{ ...round, asks: null }, { ...round, asks: 'read' }])
    await tillitsvalgt.send('PUT', `${rounds()}/1/read`, { version: 1 })
    expect(await listed(tillitsvalgt)).toEqual({ ...round, asks: 'say' })
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))
    expect(await listed(tillitsvalgt)).toEqual({ ...round, asks: null })
    await tillitsvalgt.send('DELETE', `${rounds()}/1/stance`)
    expect(await listed(tillitsvalgt)).toEqual({ ...round, asks: 'say' })
    await eier.send('POST', `${rounds()}/1/close`, facts)
    expect(await listed(eier)).toBeUndefined()
  })

  it('is opened once by two coordinators in the same second: one wins, the other is told so', async () => {
    const { people: { eier }, id } = partnership
    const second = house.browser()
    await second.send('POST', '/api/sign-in', { token: await invite(eier, id, 'eier'), name: 'den andre' })
    const both = await Promise.all([open(eier), open(second)])
    expect(both.map(each => each.status).toSorted()).toEqual([201, 409])
    expect(both.map(each => each.code)).toContain('round-open')
    expect([house.store.table('rounds').size, house.store.table('versions').size]).toEqual([1, 1])
  })

  it('takes a stance bound to the version, with a statement that is normalised, hashed and sealed', async () => {
    const { people: { eier, tillitsvalgt, uh } } = partnership
    const { hash } = (await open(eier)).json as RoundView
    const given = await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))
    expect([given.status, given.json]).toEqual([201, expect.objectContaining({
      round: 1, version: 1, hash, stance: 'uenig', union: 'Et forbund', basis: 'ks-b', statement, by: expect.objectContaining({ name: 'tillitsvalgt', role: 'tillitsvalgt' }),
      statementHash: await sha256(canonicalBytes(statement)),
    })])
    const { rounds: [round] } = await see(uh)
    expect([round?.missing, round?.stances]).toEqual([[], [given.json]])
    expect(audited('done').slice(-2)).toEqual(['open-round', 'give-stance'])
    expect(JSON.stringify(house.store.entries) + house.logged.join('\n')).not.toMatch(/Et forbund|uenig|vikarer/)
  })

  it('leaves both when a stance is withdrawn and given anew, or just given anew', async () => {
    const { people: { eier, tillitsvalgt } } = partnership
    const { hash } = (await open(eier)).json as RoundView
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))
    const withdrawn = await tillitsvalgt.send('DELETE', `${rounds()}/1/stance`)
    expect([withdrawn.status, typeof (withdrawn.json as StanceView).withdrawnAt]).toEqual([200, 'string'])
    expect((await see(eier)).rounds[0]?.missing).toHaveLength(1)
    house.wait(1000)
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash, { stance: 'ikke-uttalt', statement: null }))
    house.wait(1000)
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash, { stance: 'enig', statement: null }))
    const [round] = (await see(eier)).rounds
    expect(round?.stances.map(stance => [stance.stance, stance.withdrawnAt !== undefined])).toEqual([['uenig', true], ['ikke-uttalt', true], ['enig', false]])
    expect(round?.missing).toEqual([])
  })

  it('is closed with what was written down, and the text goes on as utkast', async () => {
    const { people: { eier, tillitsvalgt, leser } } = partnership
    const { hash } = (await open(eier)).json as RoundView
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))
    const before = house.store.commits()
    const closed = await eier.send('POST', `${rounds()}/1/close`, facts)
    expect([closed.status, house.store.commits() - before, stateNow()]).toEqual([200, 1, 'utkast'])
    const round = closed.json as RoundView
    expect(round.protokoll).toEqual({ ...facts, place: 'Rådhuset', bases: ['ks-b', 'staten'] })
    expect(round).toMatchObject({ closedBy: { name: 'eier' }, missing: [] })
    expect(await sha256(new Uint8Array(house.store.files.get(round.protokollHash ?? '') ?? []))).toBe(round.protokollHash)
    expect((await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))).code).toBe('wrong-state')
    expect((await tillitsvalgt.send('DELETE', `${rounds()}/1/stance`)).code).toBe('wrong-state')
    expect(await see(leser)).toMatchObject({ open: null, rounds: [{ number: 1 }] })
  })

  it('is closed with what each party rests on and thinks, and the protokoll holds it for all', async () => {
    const { people: { eier, leser } } = partnership
    await open(eier)
    const parties = { basisOf: { eier: ['ks-b'], uh: ['staten'] }, views: { eier: ' Vi vil ha alt med. ', uh: '' } }
    expect((await eier.send('POST', `${rounds()}/1/close`, { ...facts, bases: [], ...parties })).status).toBe(200)
    const { facts: kept, round } = (await leser.send('GET', `${rounds()}/1/protokoll`)).json as ProtokollView
    expect(kept).toMatchObject({ bases: ['ks-b', 'staten'], basisOf: parties.basisOf, views: { eier: 'Vi vil ha alt med.' } })
    expect(new TextDecoder().decode(house.store.files.get(round.protokollHash ?? ''))).toContain('Vi vil ha alt med.')
    expect(JSON.stringify(house.store.entries) + house.logged.join('\n')).not.toContain('alt med')
  })

  it('goes on with the next one on the next version; what was said of the earlier stays as just that', async () => {
    const { people: { eier, tillitsvalgt }, id } = partnership
    const first = (await open(eier)).json as RoundView
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(first.hash))
    await eier.send('POST', `${rounds()}/1/close`, facts)
    textOf(house.live.doc(id, 1), 'navn').insert(0, 'Nye ')
    const second = (await open(eier)).json as RoundView
    expect(second).toMatchObject({ number: 2, version: 2, stances: [], missing: [{ name: 'tillitsvalgt' }] })
    expect((await tillitsvalgt.send('POST', `${rounds()}/2/stance`, said(first.hash))).code).toBe('other-version')
    expect((await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(first.hash))).code).toBe('round-closed')
    expect((await see(eier)).rounds.map(round => round.stances.map(stance => stance.version))).toEqual([[1], []])
  })

  it('is closed by a lock in the same commit, whoever is uenig or missing', async () => {
    const { people: { eier, tillitsvalgt }, id } = partnership
    const { hash } = (await open(eier)).json as RoundView
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))
    const before = house.store.commits()
    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})).status).toBe(200)
    expect([house.store.commits() - before, stateNow()]).toEqual([1, 'låst'])
    const [round] = (await see(tillitsvalgt)).rounds
    expect(round).toMatchObject({ closedByLock: true, protokoll: null, stances: [{ stance: 'uenig' }] })
    expect(house.store.files.has(round?.protokollHash ?? '')).toBe(true)
    await eier.send('POST', `/api/behovsmeldinger/${id}/reopen`, { reason: 'En sum var feil' })
    expect((await see(eier)).rounds).toMatchObject([{ number: 1, epoch: 1 }])
    expect((await open(eier)).json).toMatchObject({ number: 2, epoch: 2, version: 3 })
  })

  it('tells those who look when somebody comes who is to be heard', async () => {
    const { people: { eier, leser }, id } = partnership
    await open(eier)
    const told = house.live.told.length
    const newcomer = house.browser()
    await newcomer.send('POST', '/api/sign-in', { token: await invite(eier, id, 'tillitsvalgt'), name: 'en til' })
    expect(house.live.told.slice(told)).toContainEqual({ behovsmelding: id, topic: 'medbestemmelse' })
    expect((await see(leser)).rounds[0]?.missing.map(actor => actor.name)).toEqual(['tillitsvalgt', 'en til'])
  })

  it('knows what each has read last', async () => {
    const { people: { eier, leser } } = partnership
    await open(eier)
    expect((await leser.send('PUT', `${rounds()}/1/read`, { version: 1 })).status).toBe(204)
    const commits = house.store.commits()
    expect((await leser.send('PUT', `${rounds()}/1/read`, { version: 1 })).status).toBe(204)
    expect(audited('done').filter(action => action === 'read-version')).toHaveLength(1)
    expect(house.store.commits() - commits).toBeLessThanOrEqual(1)
    expect([(await see(leser)).lastSeen, (await see(eier)).lastSeen]).toEqual([1, null])
    expect((await leser.send('PUT', `${rounds()}/1/read`, { version: 2 })).code).toBe('not-found')
  })

  it('keeps a draft for its author alone, also past a closing, until it is given', async () => {
    const { people: { eier, tillitsvalgt } } = partnership
    const { hash } = (await open(eier)).json as RoundView
    const told = house.live.told.length
    const draft = { stance: 'uenig', union: '', basis: null, statement }
    expect((await tillitsvalgt.send('PUT', `${rounds()}/1/draft`, draft)).status).toBe(204)
    expect([house.live.told.length, audited('done').at(-1)]).toEqual([told, 'open-round'])
    expect((await see(tillitsvalgt)).draft).toEqual(draft)
    expect(JSON.stringify(await see(eier))).not.toContain('vikarer')
    await eier.send('POST', `${rounds()}/1/close`, facts)
    expect((await see(tillitsvalgt)).draft).toEqual(draft)
    const second = (await open(eier)).json as RoundView
    expect(second.hash).not.toBe(hash)
    await tillitsvalgt.send('POST', `${rounds()}/2/stance`, said(second.hash))
    expect([(await see(tillitsvalgt)).draft, house.store.table('drafts').size]).toEqual([null, 0])
    // What the page had sent on its way while it was given.
    expect((await tillitsvalgt.send('PUT', `${rounds()}/2/draft`, { ...draft, union: 'Et forbund ', basis: 'ks-b' })).status).toBe(204)
    expect((await see(tillitsvalgt)).draft).toBeNull()
    await tillitsvalgt.send('PUT', `${rounds()}/2/draft`, { ...draft, stance: 'enig', union: 'Et forbund', basis: 'ks-b' })
    expect((await see(tillitsvalgt)).draft?.stance).toBe('enig')
  })

  it('says how late a word was that came after the deadline, and takes it', async () => {
    const { people: { eier, tillitsvalgt } } = partnership
    const { hash } = (await open(eier, '2026-11-22')).json as RoundView
    house.wait(24 * 3600 * 1000)
    const given = await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))
    expect([given.status, (given.json as StanceView).late]).toEqual([201, true])
    expect((await open(eier, '2026-11-22')).code).toBe('round-open')
  })

  it('proposes the protokoll of an open round, and keeps that of a closed one as it was', async () => {
    const { people: { eier, tillitsvalgt, leser } } = partnership
    const { hash } = (await open(eier)).json as RoundView
    await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said(hash))
    expect((await eier.send('GET', `${rounds()}/1/protokoll`)).json).toMatchObject({
      title: 'Nordvik 2026', documents: [{ version: 1, hash }], comments: [],
      facts: { heldAt: '2026-11-22T10:00', place: '', bases: ['ks-b', 'staten'], basisOf: { eier: ['ks-b'], uh: ['staten'], arbeidstaker: ['ks-b'] }, attendants: [{ name: 'eier', party: 'eier' }, { name: 'uh', party: 'uh' }, { name: 'tillitsvalgt', party: 'arbeidstaker', union: 'Et forbund' }] },
    })
    await eier.send('POST', `${rounds()}/1/close`, facts)
    const kept = await leser.send('GET', `${rounds()}/1/protokoll`)
    expect(kept.json).toMatchObject({ facts: { place: 'Rådhuset' }, round: { stances: [{ stance: 'uenig' }], protokoll: { place: 'Rådhuset' } } })
    await tillitsvalgt.send('PUT', '/api/me', { name: 'Et annet navn' })
    await eier.send('DELETE', `/api/behovsmeldinger/${partnership.id}/members/${stringAt(kept.json, 'round', 'stances', '0', 'by', 'personId')}`)
    expect((await leser.send('GET', `${rounds()}/1/protokoll`)).text).toBe(kept.text)
  })
  it('puts what was raised in comments, and answered, into the protokoll as it was then', async () => {
    const { people: { eier, tillitsvalgt, uh }, id } = partnership
    const comment = (who: Browser, body: object): Promise<Answer> => who.send('POST', `/api/behovsmeldinger/${id}/comments`, body)
    const before = await comment(uh, { place: { kind: 'whole' }, text: 'Før runden', mentions: [] })
    house.wait(1000)
    await open(eier)
    const asked = await comment(tillitsvalgt, { place: { kind: 'field', key: 'sum' }, text: 'Hvorfor så mye?', mentions: [] })
    expect(asked.json).toMatchObject({ round: 1 })
    const thread = `/api/behovsmeldinger/${id}/comments/${stringAt(asked.json, 'id')}`
    const who = stringAt(asked.json, 'entries', '0', 'author', 'personId')
    await eier.send('POST', `${thread}/entries`, { text: `Se vedlegget, @{${who}}`, mentions: [who] })
    await eier.send('POST', `${thread}/resolve`, { why: 'Forklart i møtet' })
    const removed = await comment(tillitsvalgt, { place: { kind: 'section', section: 'all' }, text: 'Angret', mentions: [] })
    await tillitsvalgt.send('DELETE', `/api/behovsmeldinger/${id}/comments/${stringAt(removed.json, 'id')}/entries/${stringAt(removed.json, 'entries', '0', 'id')}`)
    await eier.send('POST', `${rounds()}/1/close`, facts)
    const { comments } = (await uh.send('GET', `${rounds()}/1/protokoll`)).json as ProtokollView
    expect(comments).toEqual([{
      place: 'Felt', places: { nb: 'Felt', nn: 'Felt', en: 'Field' }, quote: '', resolution: 'Forklart i møtet',
      entries: [{ name: 'tillitsvalgt', role: 'tillitsvalgt', text: 'Hvorfor så mye?' }, { name: 'eier', role: 'eier', text: 'Se vedlegget, @tillitsvalgt' }],
    }])
    house.wait(1000)
    await uh.send('POST', `/api/behovsmeldinger/${id}/comments/${stringAt(before.json, 'id')}/entries`, { text: 'Etter runden', mentions: [] })
    expect(((await uh.send('GET', `${rounds()}/1/protokoll`)).json as ProtokollView).comments).toHaveLength(1)
  })

  it('goes into the package that is delivered, with what was kept and both documents', async () => {
    const { people: { eier }, id } = partnership
    await open(eier)
    await eier.send('POST', `${rounds()}/1/close`, facts)
    await open(eier)
    await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    const delivered = await eier.send('POST', `/api/behovsmeldinger/${id}/deliver`, { version: 3, on: '2026-11-22', to: 'Statsforvalteren' })
    expect(delivered.status).toBe(200)
    const files = house.store.table('deliveries').get(`${id}/1`)?.package.files ?? []
    const ofRounds = files.filter(file => file.name.startsWith('protokoll/'))
    expect(ofRounds.map(file => file.name)).toEqual([1, 2].flatMap(round => ['json', 'pdf', 'docx'].map(ending => `protokoll/runde-${round}.${ending}`)))
    expect(ofRounds.filter(file => file.name.endsWith('.json')).map(file => file.hash)).toEqual((await see(eier)).rounds.map(round => round.protokollHash))
  })

  it('hands out a closed round\'s protokoll as files, and none of an open one', async () => {
    const { people: { eier, leser } } = partnership
    await open(eier)
    expect((await leser.send('GET', `${rounds()}/1/protokoll.pdf`)).code).toBe('round-open')
    const { protokollHash } = (await eier.send('POST', `${rounds()}/1/close`, facts)).json as RoundView
    const docx = await leser.send('GET', `${rounds()}/1/protokoll.docx?language=nn`)
    expect([docx.text, docx.headers.get('content-disposition')]).toEqual([`docx ${protokollHash} nn`, 'attachment; filename="Nordvik 2026 protokoll 1.docx"'])
    expect((await leser.send('GET', `${rounds()}/1/protokoll.pdf`)).text).toBe(`pdf ${protokollHash} nb`)
    expect((await leser.send('GET', `${rounds()}/2/protokoll.pdf`)).code).toBe('not-found')
    expect((await leser.send('GET', `${rounds()}/1/protokoll.pdf?language=se`)).code).toBe('invalid')
    expect((await partnership.outsider.send('GET', `${rounds()}/1/protokoll.pdf`)).code).toBe('not-found')
    house.store.files.clear()
    expect((await leser.send('GET', `${rounds()}/1/protokoll`)).code).toBe('storage-failed')
  })
})
