import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signInAdministrator, startHouse, startPartnership, type TestHouse } from './testing/house.ts'
import { stringAt } from './testing/browser.ts'

let house: TestHouse
beforeEach(async () => { house = await startHouse() })
afterEach(() => house.close())

/** Asks for a websocket the plain way; gives the status line's number. */
function upgrade (path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(house.base + path, { headers: { Connection: 'Upgrade', Upgrade: 'websocket', ...headers } })
    asked.on('upgrade', (response, socket) => { socket.destroy(); resolve(response.statusCode ?? 0) })
    asked.on('response', response => { response.resume(); resolve(response.statusCode ?? 0) })
    asked.on('error', reject)
    asked.end()
  })
}

describe('a request that changes something', () => {
  it('is refused from another origin, with the session\'s cookie too, and the attempt is kept', async () => {
    const browser = await signInAdministrator(house)
    for (const headers of [
      { Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: `${house.base}0` }, { Origin: house.base, 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      const answer = await browser.send('POST', '/api/people/invitations', {}, headers)
      expect([answer.status, answer.code]).toEqual([403, 'foreign-origin'])
    }
    expect(house.store.entries.filter(entry => entry.facts?.code === 'foreign-origin')).toHaveLength(4)
    expect((await browser.send('GET', '/api/me', undefined, { Origin: 'https://evil.example' })).status).toBe(200)
  })

  it('is taken from no browser at all: neither Origin nor Sec-Fetch-Site', async () => {
    expect((await fetch(`${house.base}/api/sign-out`, { method: 'POST' })).status).toBe(204)
  })

  it('must come from PUBLIC_URL where there is one', async () => {
    await house.close()
    house = await startHouse(parts => ({ ...parts, publicUrl: 'http://samskriv.example.no:8080' }))
    const send = async (origin: string): Promise<number> => (await house.browser().send('POST', '/api/sign-out', {}, { Origin: origin })).status
    expect([await send('http://samskriv.example.no:8080'), await send(house.base), await send('https://samskriv.example.no:8080')]).toEqual([204, 403, 403])
  })
})

describe('the door to the websocket', () => {
  it('opens for those who have a part in the behovsmelding, as the session says who they are', async () => {
    const { id, people: { leser }, outsider } = await startPartnership(house)
    const own = { Origin: house.base, Cookie: leser.cookie() }
    expect(await upgrade(`/live/${id}`, own)).toBe(101)
    expect(await upgrade(`/live/${id}?answers=1&epoch=1`, { Cookie: leser.cookie() })).toBe(101)
    const personId = stringAt((await leser.send('GET', '/api/me')).json, 'person', 'id')
    expect(house.live.accepted).toHaveLength(2)
    expect(house.live.accepted[0]).toMatchObject({ behovsmelding: id, visitor: { personId, name: 'leser' } })

    expect(await upgrade(`/live/${id}`, { ...own, Origin: 'https://evil.example' })).toBe(403)
    expect(await upgrade(`/live/${id}`, { Origin: house.base })).toBe(401)
    expect(await upgrade(`/live/${id}`, { ...own, Cookie: `${leser.cookie()}x` })).toBe(401)
    expect(await upgrade(`/live/${id}`, { ...own, Cookie: outsider.cookie() })).toBe(404)
    for (const path of ['/live/aaaabbbbcccc', '/live/', '/live/..%2f', '/other', `/live/${id}/x`]) expect(await upgrade(path, own)).toBe(404)
    expect(house.live.accepted).toHaveLength(2)
    expect(house.store.entries.filter(entry => entry.action === 'open-socket').map(entry => entry.facts?.code)).toEqual(['foreign-origin', 'not-found'])
  })

  it('stays shut while the server is not ready', async () => {
    await house.close()
    let isReady = true
    house = await startHouse(parts => ({ ...parts, readiness: () => isReady }))
    const { id, people: { leser } } = await startPartnership(house)
    isReady = false
    expect(await upgrade(`/live/${id}`, { Cookie: leser.cookie() })).toBe(503)
    expect((await fetch(`${house.base}/healthz`)).status).toBe(503)
    isReady = true
    expect((await fetch(`${house.base}/healthz`)).status).toBe(200)
  })
})

describe('what goes wrong', () => {
  it('is answered as a refusal, never as a page or a stack', async () => {
    const browser = await signInAdministrator(house)
    const send = (body: string, type: string) => fetch(`${house.base}/api/link`, { method: 'POST', body, headers: { 'Content-Type': type, Cookie: browser.cookie() } })
    for (const [body, type, status, code] of [
      ['{"token":', 'application/json', 400, 'junk'],
      [`{"token":"${'x'.repeat(40_000)}"}`, 'application/json', 413, 'too-large'],
      ['<token/>', 'text/xml', 400, 'invalid'],
      ['[1]', 'application/json', 400, 'invalid'],
      ['{"token":{"$ne":1}}', 'application/json', 400, 'invalid'],
    ] as const) {
      const answer = await send(body, type)
      expect([answer.status, await answer.json()]).toEqual([status, { refusal: expect.objectContaining({ code }) }])
    }
    for (const path of ['/api/nothing', '/api', '/nothing']) expect((await browser.send('GET', path)).code).toBe('not-found')
    expect(house.logged).toEqual([])
  })

  it('by our own fault says `broken`, and logs where without what', async () => {
    await house.close()
    house = await startHouse(parts => ({ ...parts, template: () => { throw new Error('Kari Nordmann skrev dette') } }))
    const browser = await signInAdministrator(house)
    const answer = await browser.send('POST', '/api/behovsmeldinger', { title: 'x', template: 'test' })
    expect([answer.status, answer.json]).toEqual([500, { refusal: { code: 'broken' } }])
    expect(house.logged).toHaveLength(1)
    expect(house.logged[0]).toContain('routes/behovsmelding.ts')
    expect(house.logged[0]).not.toContain('Kari')
  })

  it('with the disk is told as such, to the person and to the operator', async () => {
    const browser = await signInAdministrator(house)
    house.store.fill()
    expect((await browser.send('POST', '/api/people/invitations', {})).code).toBe('storage-failed')
    expect(house.logged).toEqual(['error the disk is full {"method":"POST"}'])
  })
})
