import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firstAdministratorLink, sessionLifetime, signInLink } from '../people/index.ts'
import { at, stringAt } from './testing/browser.ts'
import { invite, signInAdministrator, startHouse, startPartnership, tokenIn, type TestHouse } from './testing/house.ts'

const day = 24 * 3600 * 1000
let house: TestHouse
beforeEach(async () => { house = await startHouse() })
afterEach(() => house.close())

const adminToken = async (): Promise<string> => tokenIn(await firstAdministratorLink(house.store, house.now(), house.base) ?? '')

describe('a one-time link', () => {
  it('tells what it is for as often as one asks, and signs in once', async () => {
    const token = await adminToken()
    const browser = house.browser()
    for (let times = 0; times < 3; times++) {
      expect((await browser.send('POST', '/api/link', { token })).json).toMatchObject({ purpose: 'admin', needsName: true })
    }
    expect((await browser.send('POST', '/api/sign-in', { token })).json).toEqual({ refusal: { code: 'invalid', facts: { field: 'name', most: 100 } } })
    const signedIn = await browser.send('POST', '/api/sign-in', { token, name: '  Kari\u202e   Nordmann ', language: 'nn' })
    expect(signedIn.json).toMatchObject({ person: { name: 'Kari Nordmann', language: 'nn' }, goTo: '/' })
    expect((await browser.send('GET', '/api/me')).json).toMatchObject({ person: { name: 'Kari Nordmann', admin: true, mayStart: true } })
    expect((await house.browser().send('POST', '/api/sign-in', { token, name: 'en til' })).code).toBe('link-used')
    expect((await house.browser().send('POST', '/api/link', { token })).code).toBe('link-used')
    expect(await firstAdministratorLink(house.store, house.now(), house.base)).toBeNull()
  })

  it('used twice in the same moment lets one in', async () => {
    const token = await adminToken()
    const both = await Promise.all([house.browser(), house.browser()].map(each => each.send('POST', '/api/sign-in', { token, name: 'x' })))
    expect(both.map(each => each.code).toSorted()).toEqual(['link-used', null])
    expect(house.store.table('people').size).toBe(1)
    expect(house.store.table('sessions').size).toBe(1)
  })

  it('runs out: an administrator\'s after a day, an invitation after fourteen', async () => {
    const token = await adminToken()
    house.wait(day)
    expect((await house.browser().send('POST', '/api/sign-in', { token, name: 'sen' })).code).toBe('link-expired')
    const { id, people: { eier } } = await startPartnership(house)
    const invitation = await invite(eier, id, 'uh')
    house.wait(14 * day - 1)
    expect((await house.browser().send('POST', '/api/link', { token: invitation })).status).toBe(200)
    house.wait(1)
    expect((await house.browser().send('POST', '/api/sign-in', { token: invitation, name: 'sen' })).code).toBe('link-expired')
  })

  it('for the first administrator is the newest one printed', async () => {
    const [old, fresh] = [await adminToken(), await adminToken()]
    expect((await house.browser().send('POST', '/api/sign-in', { token: old, name: 'x' })).code).toBe('link-expired')
    expect((await house.browser().send('POST', '/api/sign-in', { token: fresh, name: 'x' })).status).toBe(200)
  })

  it('guessed wrong thirty times from one address is answered too-fast for ten minutes, a right one never', async () => {
    const browser = house.browser()
    const right = await adminToken()
    for (let times = 0; times < 30; times++) expect((await browser.send('POST', '/api/link', { token: `${times}` })).code).toBe('link-unknown')
    expect((await browser.send('POST', '/api/link', { token: 'wrong' })).code).toBe('too-fast')
    expect((await browser.send('POST', '/api/link', { token: right })).status).toBe(200)
    house.wait(10 * 60_000)
    expect((await browser.send('POST', '/api/link', { token: 'wrong' })).code).toBe('link-unknown')
  })

  it('stands nowhere in the store or the log, nor does the cookie', async () => {
    const token = await adminToken()
    const browser = house.browser()
    await browser.send('POST', '/api/sign-in', { token, name: 'Kari Nordmann' })
    const kept = JSON.stringify([[...house.store.table('links').values()], [...house.store.table('sessions').values()], house.store.entries, house.logged])
    expect(kept).not.toContain(token)
    expect(kept).not.toContain('Kari')
    const secret = decodeURIComponent(browser.cookie()).slice('samskriv=s:'.length).split('.')[0] ?? ''
    expect(secret).toHaveLength(43)
    expect(kept).not.toContain(secret)
  })

  it('is used up, and the person and the session made, in one commit', async () => {
    const token = await adminToken()
    const before = house.store.commits()
    await house.browser().send('POST', '/api/sign-in', { token, name: 'x' })
    expect(house.store.commits()).toBe(before + 1)
  })

  it('that cannot be kept signs nobody in', async () => {
    const token = await adminToken()
    house.store.fill()
    const browser = house.browser()
    expect((await browser.send('POST', '/api/sign-in', { token, name: 'x' })).code).toBe('storage-failed')
    expect((await browser.send('GET', '/api/me')).json).toEqual({ person: null })
  })
})

describe('a link used by a script', () => {
  it('signs in at its own address, with 303 and the cookie', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    const me = await eier.send('GET', '/api/me')
    const { record, link } = signInLink(stringAt(me.json, 'person', 'id'), house.now(), house.base, id)
    await house.store.commit({ changes: [{ table: 'links', put: record }] })
    const answer = await fetch(link, { method: 'POST', redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/b/${id}`])
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const seen = await fetch(`${house.base}/api/me`, { headers: { Cookie: cookie } })
    expect(await seen.json()).toEqual(me.json)
    expect((await fetch(link, { method: 'POST', redirect: 'manual' })).status).toBe(410)
  })

  it('says that a name is needed, and takes one as form or JSON', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    const [one, two] = [await invite(eier, id, 'uh'), await invite(eier, id, 'uh')]
    const nameless = await house.browser().send('POST', `/inn/${one}`)
    expect([nameless.status, nameless.json]).toEqual([400, { refusal: { code: 'invalid', facts: { field: 'name', most: 100 } } }])
    expect((await house.browser().send('POST', `/inn/${one}`, 'name=Ola')).status).toBe(303)
    expect((await house.browser().send('POST', `/inn/${two}`, { name: 'Ida' })).status).toBe(303)
    expect((await house.browser().send('GET', `/inn/${two}`)).status).toBe(404)
  })
})

describe('the session\'s cookie', () => {
  it('is HttpOnly, SameSite=Lax, for the path / and fourteen days', async () => {
    const answer = await house.browser().send('POST', '/api/sign-in', { token: await adminToken(), name: 'x' })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^samskriv=s%3A[\w-]{43}\./)
    expect(cookie).toContain('; Path=/;')
    expect(cookie).toContain('; HttpOnly')
    expect(cookie).toContain('; SameSite=Lax')
    expect(cookie).not.toContain('Secure')
    expect(cookie).toMatch(/; Expires=/)
  })

  it('is held to https and this host when PUBLIC_URL is https', async () => {
    await house.close()
    house = await startHouse(parts => ({ ...parts, publicUrl: 'https://samskriv.example.no' }))
    const token = await adminToken()
    const answer = await house.browser().send('POST', '/api/sign-in', { token, name: 'x' }, { Origin: 'https://samskriv.example.no' })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-samskriv=/)
    expect(cookie).toContain('; Secure')
    expect(cookie).not.toContain('Domain')
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
  })

  it('is another one after each sign-in, and the old one is worth nothing', async () => {
    const { id, people: { eier } } = await startPartnership(house)
    const me = await eier.send('GET', '/api/me')
    const before = eier.cookie()
    const { record, link } = signInLink(stringAt(me.json, 'person', 'id'), house.now(), house.base, id)
    await house.store.commit({ changes: [{ table: 'links', put: record }] })
    await eier.send('POST', '/api/sign-in', { token: tokenIn(link) })
    expect(eier.cookie()).not.toBe(before)
    expect((await house.browser().send('GET', '/api/me', undefined, { Cookie: before })).json).toEqual({ person: null })
  })

  it('lives on with use, costing one write a day at most, and ends fourteen days after the last', async () => {
    const browser = await signInAdministrator(house)
    const before = house.store.commits()
    for (let times = 0; times < 20; times++) await browser.send('GET', '/api/me')
    expect(house.store.commits()).toBe(before)
    for (let days = 0; days < 20; days++) { house.wait(day + 1); await browser.send('GET', '/api/me') }
    expect(house.store.commits()).toBe(before + 20)
    expect(at((await browser.send('GET', '/api/me')).json, 'person', 'name')).toBe('Administrator')
    house.wait(sessionLifetime)
    expect((await browser.send('GET', '/api/me')).json).toEqual({ person: null })
  })

  it('goes on working when the disk does not', async () => {
    const browser = await signInAdministrator(house)
    house.wait(2 * day)
    house.store.fill()
    for (let times = 0; times < 3; times++) expect(at((await browser.send('GET', '/api/me')).json, 'person', 'name')).toBe('Administrator')
    expect(house.logged).toEqual([])
  })

  it('is swept away by the next sign-in after it has run out', async () => {
    const browser = await signInAdministrator(house)
    const personId = stringAt((await browser.send('GET', '/api/me')).json, 'person', 'id')
    const [old] = house.store.table('sessions').keys()
    house.wait(sessionLifetime)
    const { record, link } = signInLink(personId, house.now(), house.base)
    await house.store.commit({ changes: [{ table: 'links', put: record }] })
    await house.browser().send('POST', '/api/sign-in', { token: tokenIn(link) })
    expect([...house.store.table('sessions').keys()]).toEqual([expect.not.stringMatching(`^${old}$`)])
  })

  it('is not given to somebody who only looks', async () => {
    expect((await house.browser().send('GET', '/api/me')).headers.get('set-cookie')).toBeNull()
    expect(house.store.table('sessions').size).toBe(0)
  })

  it('with a forged signature or secret is nobody\'s', async () => {
    const browser = await signInAdministrator(house)
    const forged = [browser.cookie().replace(/.$/, '!'), `samskriv=s%3A${'a'.repeat(43)}.x`, 'samskriv=%E0%A4%A', 'samskriv=', `samskriv=${'x'.repeat(4000)}`]
    for (const cookie of forged) expect((await house.browser().send('GET', '/api/me', undefined, { Cookie: cookie })).json).toEqual({ person: null })
  })

  it('is taken away, with the session, by signing out', async () => {
    const browser = await signInAdministrator(house)
    const cookie = browser.cookie()
    const sessions = [...house.store.table('sessions').keys()]
    const answer = await browser.send('POST', '/api/sign-out')
    expect(house.live.ended).toEqual(sessions)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, expect.stringMatching(/^samskriv=; Path=\/; Expires=Thu, 01 Jan 1970/)])
    expect(house.store.table('sessions').size).toBe(0)
    expect((await house.browser().send('GET', '/api/me', undefined, { Cookie: cookie })).json).toEqual({ person: null })
  })
})

describe('one\'s own name and language', () => {
  it('can be changed, to something', async () => {
    const browser = await signInAdministrator(house)
    expect((await browser.send('PUT', '/api/me', { name: 'Nytt navn', language: 'en' })).json).toMatchObject({ person: { name: 'Nytt navn', language: 'en', admin: true } })
    expect((await browser.send('PUT', '/api/me', { name: ' \u200b ' })).code).toBe('invalid')
    expect((await browser.send('PUT', '/api/me', { language: 'no' })).json).toEqual({ refusal: { code: 'invalid', facts: { field: 'language' } } })
    expect((await browser.send('PUT', '/api/me', { admin: true, mayStart: false })).json).toMatchObject({ person: { name: 'Nytt navn', mayStart: true } })
    expect((await house.browser().send('PUT', '/api/me', { name: 'x' })).code).toBe('not-signed-in')
  })
})
