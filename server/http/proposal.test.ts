import { textOf, valuesOf } from '@samskriv/shared/document'
import { mostChanges } from '@samskriv/shared/proposal'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, stringAt } from './testing/browser.ts'
import { startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
let here: Partnership
beforeEach(async () => {
  house = await startHouse()
  here = await startPartnership(house)
  textOf(house.live.doc(here.id, 1), 'navn').insert(0, 'Nordvik')
  valuesOf(house.live.doc(here.id, 1)).set('sum', 5)
})
afterEach(() => house.close())

type Who = keyof Partnership['people']
type Answered = ReturnType<Partnership['outsider']['send']>
const path = (...rest: readonly string[]): string => ['/api/behovsmeldinger', here.id, 'proposals', ...rest].join('/')
const line = { kind: 'answer', key: 'navn', before: 'Nordvik', after: 'Nordvik, HEMMELIG' }
const amount = { kind: 'answer', key: 'sum', before: 5, after: 7 }
const send = async (who: Who, changes: readonly object[] = [line, amount], epoch = 1): Answered => await here.people[who].send('POST', path(), { epoch, changes })
const settle = async (who: Who, id: string, changes: readonly number[], outcome: string): Answered => await here.people[who].send('POST', path(id, 'settle'), { changes, outcome })
const audited = (action: string): unknown[] => house.store.entries.filter(entry => entry.action === action).map(entry => [entry.result, entry.facts])

describe('what somebody wrote too late', () => {
  it('is sent in over a lock, seen by its sender and the eiere alone, and told of', async () => {
    await here.people.eier.send('POST', `/api/behovsmeldinger/${here.id}/lock`, {})
    const sent = await send('uh')
    const id = stringAt(sent.json, 'id')
    expect([sent.status, sent.json]).toEqual([201, { id, by: { personId: expect.any(String), name: 'uh', role: 'uh' }, at: expect.any(String), epoch: 1, count: 2, settled: [] }])
    expect(house.live.told.at(-1)).toEqual({ behovsmelding: here.id, topic: 'proposals' })
    for (const who of ['eier', 'uh'] as const) {
      expect(at((await here.people[who].send('GET', path())).json, 0, 'id')).toBe(id)
      expect(at((await here.people[who].send('GET', path(id))).json, 'changes')).toEqual([line, amount])
    }
    for (const who of ['tillitsvalgt', 'leser'] as const) {
      expect((await here.people[who].send('GET', path())).json).toEqual([])
      expect((await here.people[who].send('GET', path(id))).code).toBe('not-found')
    }
    expect((await here.outsider.send('GET', path())).code).toBe('not-found')
  })

  it('is nowhere but in its file: not in the log, nor in any record', async () => {
    await send('uh')
    expect(JSON.stringify([house.store.entries, [...house.store.table('proposals').values()], house.logged])).not.toContain('HEMMELIG')
    expect([...house.store.files.values()].some(bytes => new TextDecoder().decode(bytes).includes('HEMMELIG'))).toBe(true)
    expect(audited('propose')).toEqual([['done', { proposal: expect.any(String), changes: 2 }]])
  })

  it('is there once when it is sent twice, also in the same moment, and another’s is another', async () => {
    const both = await Promise.all([send('uh'), send('uh')])
    expect(new Set(both.map(each => stringAt(each.json, 'id'))).size).toBe(1)
    await send('tillitsvalgt')
    expect(house.store.table('proposals').size).toBe(2)
    expect(audited('propose')).toHaveLength(2)
  })

  it('is refused when it does not fit the form, is too much, of an epoch to come, or somebody only reads', async () => {
    expect((await send('uh', [{ ...line, key: 'annet' }])).json).toEqual({ refusal: { code: 'invalid', facts: { field: 'changes', change: 1 } } })
    expect((await send('uh', [])).code).toBe('invalid')
    expect((await send('uh', [line], 2)).code).toBe('invalid')
    expect((await send('uh', Array.from({ length: mostChanges + 1 }, () => line))).code).toBe('too-large')
    const picture = { type: 'doc', content: [{ type: 'image', attrs: { hash: 'a'.repeat(64) } }] }
    expect((await send('uh', [{ kind: 'answer', key: 'om', before: null, after: picture }])).code).toBe('invalid')
    const long = { type: 'doc', content: Array.from({ length: 200 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(6000) }] })) }
    expect((await send('uh', [{ kind: 'answer', key: 'om', before: null, after: long }])).code).toBe('too-large')
    expect((await here.people.uh.send('POST', path(), { epoch: 1, changes: 'x'.repeat(3 * 1024 * 1024) })).json).toEqual({ refusal: { code: 'too-large', facts: { most: 1024 * 1024, unit: 'bytes' } } })
    expect((await send('leser')).code).toBe('not-allowed')
    expect((await here.outsider.send('POST', path(), { epoch: 1, changes: [line] })).code).toBe('not-found')
    expect(house.store.table('proposals').size).toBe(0)
    expect(audited('propose').map(each => at(each, 0))).toEqual(['refused', 'refused'])
  })

  it('is bounded for each person', async () => {
    for (let n = 0; n < 20; n++) expect((await send('uh', [{ ...amount, after: n + 10 }])).status).toBe(201)
    expect((await send('uh', [line])).code).toBe('too-large')
    expect((await send('tillitsvalgt', [line])).status).toBe(201)
  })
})

describe('settling', () => {
  it('says of each change what became of it, for the sender to see; what was said can be taken back', async () => {
    const id = stringAt((await send('uh')).json, 'id')
    expect((await settle('eier', id, [0], 'taken')).json).toMatchObject({ settled: [{ change: 0, outcome: 'taken', by: { name: 'eier' } }] })
    await settle('eier', id, [1], 'declined')
    expect(at((await here.people.uh.send('GET', path())).json, 0, 'settled')).toMatchObject([{ outcome: 'taken' }, { outcome: 'declined' }])
    expect((await settle('eier', id, [1], 'taken')).code).toBe('changed-meanwhile')
    expect((await settle('eier', id, [1], 'open')).json).toMatchObject({ settled: [{ change: 0 }] })
    expect(audited('settle-proposal').map(each => at(each, 1, 'outcome') ?? at(each, 1, 'code'))).toEqual(['taken', 'declined', 'changed-meanwhile', 'open'])
  })

  it('is an eier’s, of what is proposed here, and takes nothing into a locked text', async () => {
    const id = stringAt((await send('uh')).json, 'id')
    expect((await settle('uh', id, [0], 'taken')).code).toBe('not-allowed')
    expect((await settle('eier', id, [2], 'taken')).code).toBe('invalid')
    expect((await settle('eier', id, [0], 'perhaps')).code).toBe('invalid')
    expect((await settle('eier', 'a'.repeat(24), [0], 'taken')).code).toBe('not-found')
    await here.people.eier.send('POST', `/api/behovsmeldinger/${here.id}/lock`, {})
    expect((await settle('eier', id, [0], 'taken')).code).toBe('wrong-state')
    expect((await settle('eier', id, [0], 'declined')).status).toBe(200)
  })
})
