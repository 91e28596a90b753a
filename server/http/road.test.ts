import { canonicalBytes, sha256 } from '@samskriv/shared/version'
import { leftoversOf, project, textOf, valuesOf } from '@samskriv/shared/document'
import { roles } from '@samskriv/shared/access'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { verifyVersions } from '../frozen/index.ts'
import { at, stringAt } from './testing/browser.ts'
import { invite, startHouse, startPartnership, template, tokenIn, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
beforeEach(async () => { house = await startHouse() })
afterEach(() => house.close())

const actions = (): (string | number)[] => house.store.entries.filter(entry => entry.result === 'done').map(entry => entry.action)
const refusalsOf = (action: string): unknown[] => house.store.entries.filter(entry => entry.result === 'refused' && entry.action === action).map(entry => entry.facts?.code)
const write = (id: string, epoch: number): void => {
  const doc = house.live.doc(id, epoch)
  textOf(doc, 'navn').insert(0, 'Nordvik og Sørvik')
  valuesOf(doc).set('sum', 330000)
}

describe('the road of a behovsmelding', () => {
  it('goes from the first link over invitations to lock, hand-out and reopening', async () => {
    const { id, people: { eier, leser, tillitsvalgt } } = await startPartnership(house)
    write(id, 1)
    leftoversOf(house.live.doc(id, 1)).set('x', { label: 'Annet', text: 'står igjen' })

    const seen = await leser.send('GET', `/api/behovsmeldinger/${id}`)
    expect(seen.json).toMatchObject({ id, title: 'Nordvik 2026', role: 'leser', state: 'utkast', epoch: 1, invitations: [], versions: [] })
    expect(at(seen.json, 'members')).toHaveLength(4)

    const locked = await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    expect(locked.status).toBe(200)
    expect(locked.json).toMatchObject({ number: 1, previous: null, kind: 'lock', epoch: 1, by: { name: 'eier', role: 'eier' } })

    const file = await tillitsvalgt.send('GET', `/api/behovsmeldinger/${id}/versions/1`)
    const hash = stringAt(locked.json, 'hash')
    expect(await sha256(new TextEncoder().encode(file.text))).toBe(hash)
    expect(file.json).toEqual({
      format: 'samskriv-version/1', behovsmelding: id, number: 1, previous: null,
      template: { id: 'test', version: 1 }, values: { navn: 'Nordvik og Sørvik', sum: 330000 },
    })
    expect(file.text).toBe(new TextDecoder().decode(canonicalBytes(file.json)))
    const docx = await leser.send('GET', `/api/behovsmeldinger/${id}/versions/1.docx?language=nn`)
    expect([docx.text, docx.headers.get('content-disposition')]).toEqual([`docx ${hash} nn`, 'attachment; filename="Nordvik 2026 v1.docx"'])
    expect((await leser.send('GET', `/api/behovsmeldinger/${id}/versions/1.pdf`)).text).toBe(`pdf ${hash} nb`)

    expect((await leser.send('GET', `/api/behovsmeldinger/${id}/versions/1.pdf?language=en`)).code).toBe('too-fast')
    for (const wrong of ['2', '0', '01', '1.odt', 'x']) expect((await leser.send('GET', `/api/behovsmeldinger/${id}/versions/${wrong}`)).code).toBe('not-found')
    expect((await leser.send('GET', `/api/behovsmeldinger/${id}/versions/1.pdf?language=no`)).code).toBe('invalid')

    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/reopen`, { reason: '  ' })).code).toBe('reason-needed')
    const reopened = await eier.send('POST', `/api/behovsmeldinger/${id}/reopen`, { reason: 'En sum var feil' })
    expect(reopened.json).toMatchObject({ state: 'utkast', epoch: 2, role: 'eier' })
    const [seed] = house.store.journal
    expect(seed?.room).toBe(`${id}/2/content`)
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, seed?.bytes ?? new Uint8Array())
    expect(project(template, fresh).values).toEqual({ navn: 'Nordvik og Sørvik', sum: 330000 })
    expect(leftoversOf(fresh).get('x')?.text).toBe('står igjen')

    const again = await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, { reason: 'rettet' })
    expect(again.json).toMatchObject({ number: 2, previous: hash, epoch: 2, reason: 'rettet' })
    expect(await verifyVersions(house.store)).toEqual([])
    expect(actions()).toEqual([
      'invite-administrator', 'use-link', 'invite-starter', 'use-link', 'start', 'invite', 'use-link', 'invite', 'use-link',
      'invite', 'use-link', 'lock', 'reopen', 'lock',
    ])
  })

  it('writes state, version and audit of a lock in one commit', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    const before = house.store.commits()
    await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    expect(house.store.commits()).toBe(before + 1)
    expect(house.live.judged.at(-1)).toBe(id)
  })

  it('lets one of two who lock in the same moment win and tells the other', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    const second = house.browser()
    await second.send('POST', '/api/sign-in', { token: await invite(eier, id, 'eier'), name: 'den andre' })
    const both = await Promise.all([eier, second].map(each => each.send('POST', `/api/behovsmeldinger/${id}/lock`, {})))
    expect(both.map(each => each.status).toSorted()).toEqual([200, 409])
    expect(both.map(each => each.code)).toContain('wrong-state')
    expect(house.store.table('versions').size).toBe(1)
  })

  it('begins one new epoch when it is reopened twice in the same moment, with one first entry', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    const both = await Promise.all([1, 2].map(() => eier.send('POST', `/api/behovsmeldinger/${id}/reopen`, { reason: 'rettes' })))
    expect(both.map(each => each.status).toSorted()).toEqual([200, 409])
    expect([house.store.journal.length, house.store.table('behovsmeldinger').get(id)?.epoch]).toEqual([1, 2])
  })

  it('commits nothing of a reopening whose locked version is gone', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    house.store.files.clear()
    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/reopen`, { reason: 'rettes' })).code).toBe('storage-failed')
    expect((await eier.send('GET', `/api/behovsmeldinger/${id}/versions/1`)).code).toBe('storage-failed')
    expect([house.store.journal.length, house.store.table('behovsmeldinger').get(id)?.state]).toEqual([0, 'låst'])
  })

  it('does not let somebody who tries again and again fill the audit log', async () => {
    const { id, people: { leser } } = await startPartnership(house)
    for (let times = 0; times < 35; times++) await leser.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    expect(refusalsOf('lock')).toHaveLength(30)
    house.wait(60_000)
    await leser.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    expect(refusalsOf('lock')).toHaveLength(31)
  })

  it('lets nobody but an eier lock, and keeps a record of who tried', async () => {
    const { id, people, outsider } = await startPartnership(house)
    for (const role of roles.filter(role => role !== 'eier')) {
      expect((await people[role].send('POST', `/api/behovsmeldinger/${id}/lock`, {})).code).toBe('not-allowed')
    }
    expect((await outsider.send('POST', `/api/behovsmeldinger/${id}/lock`, {})).code).toBe('not-found')
    expect((await house.browser().send('POST', `/api/behovsmeldinger/${id}/lock`, {})).code).toBe('not-signed-in')
    expect(refusalsOf('lock')).toEqual(['not-allowed', 'not-allowed', 'not-allowed', 'not-found'])
    expect(house.store.table('behovsmeldinger').get(id)?.state).toBe('utkast')
  })

  it('tells an outsider nothing: what exists and what does not look the same', async () => {
    const { id, outsider } = await startPartnership(house)
    const [real, none] = [await outsider.send('GET', `/api/behovsmeldinger/${id}`), await outsider.send('GET', '/api/behovsmeldinger/aaaabbbbcccc')]
    expect([real.status, real.text]).toEqual([404, none.text])
    for (const forged of ['..%2f..%2fetc', '%00', '__proto__', `${id}%2f1`, 'A'.repeat(500)]) {
      expect((await outsider.send('GET', `/api/behovsmeldinger/${forged}`)).code).toBe('not-found')
    }
    expect((await outsider.send('GET', '/api/behovsmeldinger/%E0%A4%A')).status).toBe(400)
  })

  it('refuses a lock the rules stop, and wants a reason where they warn', async () => {
    await house.close()
    let findings = { errors: 2, warnings: 1 }
    house = await startHouse(parts => ({ ...parts, findings: () => findings }))
    const { id, people: { eier } } = await startPartnership(house)
    const lock = (body: object) => eier.send('POST', `/api/behovsmeldinger/${id}/lock`, body)
    expect((await lock({ reason: 'likevel' })).json).toEqual({ refusal: { code: 'lock-has-errors', facts: { count: 2 } } })
    findings = { errors: 0, warnings: 1 }
    expect((await lock({})).json).toEqual({ refusal: { code: 'reason-needed', facts: { count: 1 } } })
    expect((await lock({ reason: 'x'.repeat(2001) })).code).toBe('invalid')
    expect((await lock({ reason: 'avtalt i møte' })).json).toMatchObject({ number: 1, reason: 'avtalt i møte' })
  })
})

describe('what no honest client writes', () => {
  it('does not stop a lock: it stands in the version as something that could not be read', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    const values = house.live.doc(id, 1).getMap<unknown>('values')
    values.set('sum', Number.NaN)
    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, { reason: 'halv \ud800 bokstav' })).json).toMatchObject({ reason: 'halv \ufffd bokstav' })
    expect(at((await eier.send('GET', `/api/behovsmeldinger/${id}/versions/1`)).json, 'values')).toEqual({ sum: { unread: 'NaN' } })
    expect(await verifyVersions(house.store)).toEqual([])
  })
})

describe('a removed person', () => {
  it('has no part any more, and the open sockets are judged again', async () => {
    const { id, people: { eier, uh } } = await startPartnership(house)
    const me = await uh.send('GET', '/api/me')
    const before = house.live.judged.length
    expect((await eier.send('DELETE', `/api/behovsmeldinger/${id}/members/${stringAt(me.json, 'person', 'id')}`)).status).toBe(204)
    expect(house.live.judged.slice(before)).toEqual([id])
    expect((await uh.send('GET', `/api/behovsmeldinger/${id}`)).code).toBe('not-found')
    expect((await uh.send('GET', '/api/behovsmeldinger')).json).toEqual([])
  })

  it('is never the last eier, also when two remove each other in the same moment', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    const second = house.browser()
    await second.send('POST', '/api/sign-in', { token: await invite(eier, id, 'eier'), name: 'den andre' })
    const ids = await Promise.all([eier, second].map(async each => stringAt((await each.send('GET', '/api/me')).json, 'person', 'id')))
    const both = await Promise.all([
      eier.send('DELETE', `/api/behovsmeldinger/${id}/members/${ids[1]}`),
      second.send('DELETE', `/api/behovsmeldinger/${id}/members/${ids[0]}`),
    ])
    expect(both.map(each => each.status).toSorted()).toEqual([204, 404])
    const left = both[0]?.status === 204 ? { browser: eier, id: ids[0] } : { browser: second, id: ids[1] }
    expect((await left.browser.send('DELETE', `/api/behovsmeldinger/${id}/members/${left.id}`)).code).toBe('last-eier')
  })
})

describe('invitations', () => {
  let partnership: Partnership
  beforeEach(async () => { partnership = await startPartnership(house) })

  it('are shown to those who may invite, and to nobody else', async () => {
    const { id, people: { eier, uh } } = partnership
    const made = await eier.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role: 'uh', note: 'til universitetet' })
    expect(made.status).toBe(201)
    const shown = at((await eier.send('GET', `/api/behovsmeldinger/${id}`)).json, 'invitations')
    expect(shown).toEqual([{ id: at(made.json, 'id'), role: 'uh', note: 'til universitetet', expiresAt: at(made.json, 'expiresAt') }])
    expect(at((await uh.send('GET', `/api/behovsmeldinger/${id}`)).json, 'invitations')).toEqual([])
    expect(JSON.stringify([...house.store.table('links').values()])).not.toContain(tokenIn(stringAt(made.json, 'link')))
  })

  it('are taken back, and then open nothing', async () => {
    const { id, people: { eier } } = partnership
    const made = await eier.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role: 'uh' })
    const path = `/api/behovsmeldinger/${id}/invitations/${stringAt(made.json, 'id')}`
    expect((await eier.send('DELETE', path)).status).toBe(204)
    const token = tokenIn(stringAt(made.json, 'link'))
    expect((await house.browser().send('POST', '/api/sign-in', { token, name: 'sen' })).code).toBe('link-expired')
    expect((await eier.send('DELETE', `/api/behovsmeldinger/${id}/invitations/aaaabbbb`)).code).toBe('not-found')
  })

  it('are made by an eier alone, to roles that exist', async () => {
    const { id, people: { eier, uh } } = partnership
    expect((await uh.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role: 'eier' })).code).toBe('not-allowed')
    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role: 'admin' })).json).toEqual({ refusal: { code: 'invalid', facts: { field: 'role' } } })
    expect((await uh.send('POST', '/api/people/invitations', {})).code).toBe('not-allowed')
    expect((await uh.send('GET', '/api/people')).code).toBe('not-allowed')
    expect((await uh.send('POST', '/api/behovsmeldinger', { title: 'Min egen', template: 'test' })).code).toBe('not-allowed')
  })

  it('lead the coordinator who tries one home, without spending it or their role', async () => {
    const { id, people: { eier } } = partnership
    const token = await invite(eier, id, 'leser')
    expect((await eier.send('POST', '/api/link', { token })).json).toMatchObject({ purpose: 'member', role: 'leser', needsName: false, title: 'Nordvik 2026', invitedBy: 'eier' })
    expect((await eier.send('POST', '/api/sign-in', { token })).json).toMatchObject({ goTo: `/b/${id}`, person: { name: 'eier' } })
    expect(at((await eier.send('GET', `/api/behovsmeldinger/${id}`)).json, 'role')).toBe('eier')
    expect((await house.browser().send('POST', '/api/sign-in', { token, name: 'rett person' })).status).toBe(200)
  })
})

describe('the administrator', () => {
  it('sees people and in how many behovsmeldinger, not in which or as what', async () => {
    const { outsider } = await startPartnership(house)
    const people = await outsider.send('GET', '/api/people')
    expect(people.json).toHaveLength(5)
    expect(at(people.json, 0)).toMatchObject({ name: 'Administrator', admin: true, mayStart: true, behovsmeldinger: 0 })
    expect(people.text).not.toMatch(/tillitsvalgt","?role|Nordvik/)
  })
})
