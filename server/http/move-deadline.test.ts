import type { BehovsmeldingSummary, MedbestemmelseView, ProtokollView, RoundView, StanceView } from '@samskriv/shared/api'
import { mostDeadlineMoves } from '@samskriv/shared/workflow'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, type Browser } from './testing/browser.ts'
import { invite, startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

const dayMs = 24 * 3600 * 1000

let house: TestHouse
let partnership: Partnership
let hash: string
beforeEach(async () => {
  house = await startHouse()
  partnership = await startPartnership(house)
  hash = ((await partnership.people.eier.send('POST', rounds(), { deadline: '2026-11-25' })).json as RoundView).hash
})
afterEach(() => house.close())

const rounds = (): string => `/api/behovsmeldinger/${partnership.id}/rounds`
const move = (who: Browser, deadline: unknown, round = 1): Promise<Answer> => who.send('PUT', `${rounds()}/${round}/deadline`, { deadline })
const see = async (who: Browser): Promise<RoundView | undefined> => ((await who.send('GET', `/api/behovsmeldinger/${partnership.id}/medbestemmelse`)).json as MedbestemmelseView).rounds.at(-1)
const said = (): object => ({ hash, stance: 'enig', union: 'Et forbund', basis: 'ks-b', statement: null })
const facts = { heldAt: '2026-11-30T09:00', place: '', attendants: [], bases: [], agreed: '', notAgreed: '' }

describe('the deadline of a round', () => {
  it('is moved in one commit with its audit entry, told to those who look, and seen by everybody with what it was', async () => {
    const { people: { eier, tillitsvalgt, leser }, id } = partnership
    const [commits, told] = [house.store.commits(), house.live.told.length]
    const moved = await move(eier, '2026-12-04')
    expect([moved.status, house.store.commits() - commits]).toEqual([200, 1])
    expect(moved.json).toMatchObject({ number: 1, deadline: '2026-12-04', deadlineMoves: [{ from: '2026-11-25', to: '2026-12-04', by: { name: 'eier', role: 'eier' } }] })
    expect(house.live.told.slice(told)).toEqual([{ behovsmelding: id, topic: 'medbestemmelse' }])
    expect(await see(leser)).toEqual(moved.json)
    const listed = ((await tillitsvalgt.send('GET', '/api/behovsmeldinger')).json as BehovsmeldingSummary[]).find(one => one.id === id)?.round
    expect(listed?.deadline).toBe('2026-12-04')
    expect(house.store.entries.at(-1)).toMatchObject({ action: 'move-deadline', role: 'eier', result: 'done', facts: { round: 1, version: 1, from: '2026-11-25', to: '2026-12-04' } })
  })

  it('is moved by two coordinators in the same second one after the other, and both moves are known', async () => {
    const { people: { eier }, id } = partnership
    const second = house.browser()
    await second.send('POST', '/api/sign-in', { token: await invite(eier, id, 'eier'), name: 'den andre' })
    const both = await Promise.all([move(eier, '2026-12-04'), move(second, '2026-12-05')])
    expect(both.map(each => each.status)).toEqual([200, 200])
    const round = await see(eier)
    const [one, other] = round?.deadlineMoves ?? []
    expect([one?.from, other?.from, other?.to]).toEqual(['2026-11-25', one?.to, round?.deadline])
    expect(new Set([one?.by.name, other?.by.name])).toEqual(new Set(['eier', 'den andre']))
  })

  it('moved to the day it is already changes nothing, and nobody is told', async () => {
    const before = await see(partnership.people.leser)
    const [entries, told] = [house.store.entries.length, house.live.told.length]
    const moved = await move(partnership.people.eier, '2026-11-25')
    expect([moved.status, moved.json]).toEqual([200, before])
    expect([house.store.entries.length, house.live.told.length]).toEqual([entries, told])
  })

  it('is not moved to what is no day, is over or too far ahead, nor without end', async () => {
    const { people: { eier } } = partnership
    for (const day of ['2026-11-21', '2026-02-30', 'i morgen', '2028-01-01', '', 20261204, null]) expect((await move(eier, day)).code).toBe('invalid')
    expect((await move(eier, '2026-12-04', 2)).code).toBe('not-found')
    for (let n = 0; n < mostDeadlineMoves; n++) expect((await move(eier, n % 2 === 0 ? '2026-12-04' : '2026-12-05')).status).toBe(200)
    expect((await move(eier, '2026-12-06')).code).toBe('too-large')
    expect((await see(eier))?.deadline).toBe('2026-12-05')
  })

  it('makes a word given in the time that was added no late one', async () => {
    const { people: { eier, tillitsvalgt } } = partnership
    house.wait(4 * dayMs)
    expect(((await tillitsvalgt.send('POST', `${rounds()}/1/stance`, said())).json as StanceView).late).toBe(true)
    expect((await move(eier, '2026-12-04')).status).toBe(200)
    expect((await see(eier))?.stances.map(stance => stance.late)).toEqual([undefined])
  })

  it('stands in the protokoll as it held, with what it was; a closed round’s stays', async () => {
    const { people: { eier, leser } } = partnership
    await move(eier, '2026-12-04')
    house.wait(1000)
    await move(eier, '2026-12-02')
    const protokoll = async (): Promise<ProtokollView> => (await leser.send('GET', `${rounds()}/1/protokoll`)).json as ProtokollView
    const open = (await protokoll()).round
    expect([open.deadline, open.deadlineMoves?.map(one => [one.from, one.to])]).toEqual(['2026-12-02', [['2026-11-25', '2026-12-04'], ['2026-12-04', '2026-12-02']]])
    expect((await eier.send('POST', `${rounds()}/1/close`, facts)).status).toBe(200)
    const kept = (await protokoll()).round
    expect([kept.deadline, kept.deadlineMoves]).toEqual([open.deadline, open.deadlineMoves])
    expect((await move(eier, '2026-12-09')).code).toBe('wrong-state')
    await eier.send('POST', rounds(), { deadline: '2026-12-20' })
    expect((await move(eier, '2026-12-09')).code).toBe('round-closed')
    expect((await protokoll()).round).toEqual(kept)
    expect(await see(leser)).toMatchObject({ number: 2, deadline: '2026-12-20' })
    expect(await see(leser)).not.toHaveProperty('deadlineMoves')
  })
})
