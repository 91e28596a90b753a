import type { RoundView } from '@samskriv/shared/api'
import { canonicalBytes } from '@samskriv/shared/version'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startHouse, startPartnership, type TestHouse } from '../http/testing/house.ts'
import type { RoundRecord, StanceRecord } from '../store/port/index.ts'
import { check, isWhole, type Checked } from './check.ts'
import { report } from './report.ts'

let house: TestHouse
let id: string

// A round with its deadline moved, a stance withdrawn and another given, closed; and one with a stance that holds, closed by a lock.
beforeEach(async () => {
  house = await startHouse()
  const partnership = await startPartnership(house)
  id = partnership.id
  const { eier, tillitsvalgt } = partnership.people
  const rounds = `/api/behovsmeldinger/${id}/rounds`
  const statement = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vårt syn' }] }] }
  for (const round of [1, 2]) {
    const { hash } = (await eier.send('POST', rounds, { deadline: '2026-12-01' })).json as RoundView
    const said = { hash, stance: 'uenig', union: 'Et forbund', basis: 'ks-b', statement }
    await tillitsvalgt.send('POST', `${rounds}/${round}/stance`, said)
    if (round === 2) break
    await eier.send('PUT', `${rounds}/1/deadline`, { deadline: '2026-12-08' })
    house.wait(1000)
    await tillitsvalgt.send('POST', `${rounds}/1/stance`, { ...said, statement: null })
    await tillitsvalgt.send('DELETE', `${rounds}/1/stance`)
    await eier.send('POST', `${rounds}/1/close`, { heldAt: '2026-11-22T10:00', place: '', attendants: [], bases: [], agreed: '', notAgreed: '' })
    house.wait(1000)
  }
  expect((await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})).status).toBe(200)
})
afterEach(() => house.close())

const checked = async (): Promise<Checked> => await check({ ...house.store, auditHead: async () => ({ number: house.store.entries.length, hash: house.store.entries.at(-1)?.hash ?? '' }) })
const round = (number: number): RoundRecord => {
  const found = house.store.table('rounds').get(`${id}/${number}`)
  if (found === undefined) throw new Error(`no round ${number}`)
  return found
}
const stance = (inRound: number): StanceRecord => {
  const found = [...house.store.table('stances').values()].find(each => each.round === inRound)
  if (found === undefined) throw new Error(`no stance in round ${inRound}`)
  return found
}
const closing = (number: number): NonNullable<RoundRecord['closing']> => {
  const { closing } = round(number)
  if (closing === null) throw new Error(`round ${number} is open`)
  return closing
}
const put = (changed: RoundRecord): Promise<void> => house.store.commit({ changes: [{ table: 'rounds', put: changed }] })
const putStance = (changed: StanceRecord): Promise<void> => house.store.commit({ changes: [{ table: 'stances', put: changed }] })

const otherProtokoll = async (): Promise<void> => {
  const kept = JSON.parse(new TextDecoder().decode(house.store.files.get(closing(1).protokoll))) as object
  const protokoll = await house.store.putFile(canonicalBytes({ ...kept, title: 'En annen' }))
  await put({ ...round(1), closing: { ...closing(1), protokoll } })
}

describe('proving rounds', () => {
  it('finds nothing wrong with rounds, deadlines that were moved, stances withdrawn and given anew, and protokoller', async () => {
    const found = await checked()
    expect([found.rounds, found.stances, found.roundFindings, isWhole(found)]).toEqual([2, 3, [], true])
    expect(report(found).join('\n')).toContain('Rounds: 2 with 3 stances, all as they were given, each protokoll whole')
    expect(report(found).join('\n')).not.toMatch(/Et forbund|uenig/)
  })

  const tricks: readonly (readonly [string, () => Promise<void> | void, object])[] = [
    ['a round taken out', () => house.store.commit({ changes: [{ table: 'rounds', remove: `${id}/1` }] }), { round: 1, fault: 'gone' }],
    ['a version taken out', () => house.store.commit({ changes: [{ table: 'versions', remove: `${id}/1` }] }), { round: 1, fault: 'version' }],
    ['a round about another version than it was opened on', () => put({ ...round(1), version: round(2).version, hash: round(2).hash }), { round: 1, fault: 'opened' }],
    ['a deadline moved by nobody', () => put({ ...round(2), deadline: '2026-12-24' }), { round: 2, fault: 'deadline' }],
    ['a deadline that was never another', () => { const { deadlineMoves: _moves, ...never } = round(1); return put(never) }, { round: 1, fault: 'deadline' }],
    ['a move told otherwise', () => put({ ...round(1), deadlineMoves: (round(1).deadlineMoves ?? []).map(move => ({ ...move, to: '2026-12-09' })) }), { round: 1, fault: 'deadline' }],
    ['a closed round opened again', () => put({ ...round(1), closing: null }), { round: 1, fault: 'closed' }],
    ['a round that a lock closed, opened again', () => put({ ...round(2), closing: null }), { round: 2, fault: 'closed' }],
    ['a protokoll put in place of another', otherProtokoll, { round: 1, fault: 'closed' }],
    ['a protokoll that is gone', () => { house.store.files.delete(closing(2).protokoll) }, { round: 2, fault: 'protokoll' }],
    ['a stance turned round', () => putStance({ ...stance(2), stance: 'enig' }), { round: 2, fault: 'stance' }],
    ['a stance of another union', () => putStance({ ...stance(2), union: 'Et annet forbund' }), { round: 2, fault: 'stance' }],
    ['a word changed in a statement', () => putStance({ ...stance(2), statement: { type: 'doc', content: [{ type: 'paragraph' }] } }), { round: 2, fault: 'stance' }],
    ['a stance withdrawn by nobody', () => putStance({ ...stance(2), withdrawnAt: '2026-11-22T10:00:00.000Z' }), { round: 2, fault: 'stance' }],
    ['a withdrawn stance that holds again', () => { const { withdrawnAt: _at, ...holds } = stance(1); return putStance(holds) }, { round: 1, fault: 'stance' }],
    ['a stance taken out', () => house.store.commit({ changes: [{ table: 'stances', remove: stance(2).id }] }), { round: 2, fault: 'stance' }],
    ['a stance nobody gave', () => putStance({ ...stance(2), id: 'oppdiktet' }), { round: 2, fault: 'stance' }],
  ]
  it.each(tricks)('finds %s', async (_what, trick, expected) => {
    await trick()
    const found = await checked()
    expect(found.roundFindings).toContainEqual({ behovsmelding: id, ...expected })
    expect([isWhole(found), report(found).join('\n').includes('round')]).toEqual([false, true])
  })
})
