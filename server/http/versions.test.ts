import { leftoversOf, project, textOf, valuesOf } from '@samskriv/shared/document'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { verifyVersions } from '../frozen/index.ts'
import { at } from './testing/browser.ts'
import { startHouse, startPartnership, template, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
let here: Partnership
beforeEach(async () => {
  house = await startHouse()
  here = await startPartnership(house)
  textOf(house.live.doc(here.id, 1), 'navn').insert(0, 'Nordvik')
})
afterEach(() => house.close())

const post = async (who: keyof Partnership['people'], what: string, body: object): ReturnType<Partnership['outsider']['send']> =>
  await here.people[who].send('POST', `/api/behovsmeldinger/${here.id}/${what}`, body)
const name = (called: string): ReturnType<typeof post> => post('eier', 'versions', { kind: 'named', name: called })
const valuesOfEpoch = (epoch: number): unknown => {
  const entry = house.store.journal.find(each => each.room === `${here.id}/${epoch}/content`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, entry?.bytes ?? new Uint8Array())
  return project(template, doc).values
}
const done = (): unknown[] => house.store.entries.filter(entry => entry.result === 'done').map(entry => [entry.action, entry.facts?.version ?? null]).slice(-3)

describe('a version named by hand', () => {
  it('is a version like the others, with the name it was given, and writing goes on', async () => {
    const named = await name('  Før   møtet ')
    expect([named.status, named.json]).toEqual([201, expect.objectContaining({ number: 1, previous: null, kind: 'named', name: 'Før møtet', by: expect.objectContaining({ role: 'eier' }) })])
    const view = await here.people.leser.send('GET', `/api/behovsmeldinger/${here.id}`)
    expect([at(view.json, 'state'), at(view.json, 'epoch'), at(view.json, 'versions', 0, 'name')]).toEqual(['utkast', 1, 'Før møtet'])
    expect(await verifyVersions(house.store)).toEqual([])
    expect(JSON.stringify(house.store.entries)).not.toContain('Før møtet')
  })

  it('is made by those who may, and called something', async () => {
    expect((await post('leser', 'versions', { kind: 'named', name: 'Min' })).code).toBe('not-allowed')
    expect((await post('eier', 'versions', { kind: 'named', name: ' ' })).code).toBe('invalid')
    expect((await post('eier', 'versions', { kind: 'lock' })).code).toBe('invalid')
    expect((await here.outsider.send('POST', `/api/behovsmeldinger/${here.id}/versions`, { kind: 'named', name: 'Min' })).code).toBe('not-found')
    expect(house.store.table('versions').size).toBe(0)
  })
})

describe('the text before an intake', () => {
  it('is kept once, by anybody who may write, and again only when it has changed', async () => {
    const first = await post('tillitsvalgt', 'versions', { kind: 'before-intake' })
    expect(first.json).toMatchObject({ number: 1, kind: 'before-intake' })
    expect((await post('uh', 'versions', { kind: 'before-intake' })).json).toMatchObject({ number: 1 })
    valuesOf(house.live.doc(here.id, 1)).set('sum', 5)
    expect((await post('uh', 'versions', { kind: 'before-intake' })).json).toMatchObject({ number: 2, by: { role: 'uh' } })
    expect((await post('leser', 'versions', { kind: 'before-intake' })).code).toBe('not-allowed')
    expect(done()).toEqual([['use-link', null], ['before-intake', 1], ['before-intake', 2]])
  })
})

describe('bringing a version back', () => {
  it('begins a new epoch with its text, and what stood there is a version first, in one commit', async () => {
    await name('Første')
    const doc = house.live.doc(here.id, 1)
    textOf(doc, 'navn').insert(7, ' og Sørvik')
    leftoversOf(doc).set('x', { label: 'Annet', text: 'står igjen' })
    const before = house.store.commits()
    const restored = await post('eier', 'restore', { version: 1 })
    expect([restored.status, restored.json]).toEqual([200, expect.objectContaining({ state: 'utkast', epoch: 2 })])
    expect(house.store.commits()).toBe(before + 1)
    expect(valuesOfEpoch(2)).toEqual({ navn: 'Nordvik' })
    const kept = await here.people.uh.send('GET', `/api/behovsmeldinger/${here.id}/versions/2`)
    expect(at(kept.json, 'values')).toEqual({ navn: 'Nordvik og Sørvik' })
    const view = await here.people.uh.send('GET', `/api/behovsmeldinger/${here.id}`)
    expect(at(view.json, 'origin')).toMatchObject({ how: 'restored', version: 1, before: 2, by: { name: 'eier' } })
    expect(at(view.json, 'versions', 1)).toMatchObject({ kind: 'before-restore', epoch: 1 })
    expect(house.live.judged.at(-1)).toBe(here.id)
    expect(await verifyVersions(house.store)).toEqual([])
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, house.store.journal[0]?.bytes ?? new Uint8Array())
    expect(leftoversOf(fresh).get('x')?.text).toBe('står igjen')
  })

  it('is taken back by bringing back what stood there, and that makes no version of what a version holds', async () => {
    await name('Første')
    textOf(house.live.doc(here.id, 1), 'navn').insert(7, ' og Sørvik')
    await post('eier', 'restore', { version: 1 })
    Y.applyUpdate(house.live.doc(here.id, 2), house.store.journal[0]?.bytes ?? new Uint8Array())
    expect((await post('eier', 'restore', { version: 2 })).json).toMatchObject({ epoch: 3 })
    expect(valuesOfEpoch(3)).toEqual({ navn: 'Nordvik og Sørvik' })
    expect(house.store.table('versions').size).toBe(2)
    expect(house.store.table('behovsmeldinger').get(here.id)?.origin).toMatchObject({ version: 2, before: 1 })
  })

  it('is done once when two do it in the same moment', async () => {
    await name('Første')
    const both = await Promise.all([1, 2].map(() => post('eier', 'restore', { version: 1 })))
    expect(both.map(each => each.status).toSorted()).toEqual([200, 409])
    expect([house.store.journal.length, house.store.table('behovsmeldinger').get(here.id)?.epoch]).toEqual([1, 2])
  })

  it('commits nothing when the version is not there, its file is gone, or somebody may not', async () => {
    await name('Første')
    textOf(house.live.doc(here.id, 1), 'navn').insert(7, ' og Sørvik')
    expect((await post('eier', 'restore', { version: 9 })).code).toBe('not-found')
    expect((await post('uh', 'restore', { version: 1 })).code).toBe('not-allowed')
    expect((await post('eier', 'restore', { version: '1' })).code).toBe('invalid')
    house.store.files.clear()
    expect((await post('eier', 'restore', { version: 1 })).code).toBe('storage-failed')
    expect([house.store.journal.length, house.store.table('versions').size, house.store.table('behovsmeldinger').get(here.id)?.epoch]).toEqual([0, 1, 1])
  })
})

const authors = async (): Promise<unknown[]> => {
  const { json } = await here.people.leser.send('GET', `/api/behovsmeldinger/${here.id}/authors`)
  const people = new Map((at(json, 'people') as { id: string, name: string }[]).map(person => [person.id, person.name]))
  const known = at(json, 'authorship', 'authors') as { personId: string, how: string }[]
  return (at(json, 'authorship', 'texts', 'navn') as [number, number][]).map(([length, who]) => [length, people.get(known[who]?.personId ?? '') ?? null])
}

describe('who wrote what', () => {
  it('is told to everybody who has a part in it, from whose sessions the words came, also over a version brought back and a reopening', async () => {
    const doc = house.live.doc(here.id, 1)
    const uh = new Y.Doc()
    Y.applyUpdate(uh, Y.encodeStateAsUpdate(doc))
    textOf(uh, 'navn').insert(7, ' og Sørvik')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(uh))
    for (const [client, who] of [[doc.clientID, 'eier'], [uh.clientID, 'uh']] as const) {
      house.live.owners.set(client, String(at((await here.people[who].send('GET', '/api/me')).json, 'person', 'id')))
    }
    expect(await authors()).toEqual([[7, 'eier'], [10, 'uh']])
    await name('Første')
    textOf(doc, 'navn').insert(17, '!')
    await post('eier', 'restore', { version: 1 })
    const seed = (epoch: number): void => {
      const entry = house.store.journal.find(each => each.room === `${here.id}/${epoch}/content`)
      Y.applyUpdate(house.live.doc(here.id, epoch), entry?.bytes ?? new Uint8Array())
    }
    seed(2)
    expect(await authors()).toEqual([[7, 'eier'], [10, 'uh']])
    await post('eier', 'lock', {})
    await post('eier', 'reopen', { reason: 'rettes' })
    seed(3)
    expect(await authors()).toEqual([[7, 'eier'], [10, 'uh']])
    expect((await here.outsider.send('GET', `/api/behovsmeldinger/${here.id}/authors`)).code).toBe('not-found')
  })

  it('says that nobody knows where nobody does', async () => {
    expect(await authors()).toEqual([[7, null]])
  })
})
