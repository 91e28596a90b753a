import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditHead } from '../store/audit/index.ts'
import { at } from './testing/browser.ts'
import { startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
let there: Partnership
let outside: AuditHead | null
beforeEach(async () => {
  outside = null
  house = await startHouse(parts => ({ ...parts, auditHead: async () => outside }))
  there = await startPartnership(house)
})
afterEach(() => house.close())

const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
const of = (query = ''): string => `/api/behovsmeldinger/${there.id}/audit${query}`
const actionsIn = (page: unknown): unknown[] => (at(page, 'entries') as unknown[]).map(entry => at(entry, 'action'))

describe('every step', () => {
  it('leaves exactly one entry: who, in what role, what, when', async () => {
    const { id, people: { eier, uh }, outsider } = there
    const before = house.store.entries.length
    const path = `/api/behovsmeldinger/${id}`
    const made = await eier.send('POST', `${path}/invitations`, { role: 'leser', note: 'HEMMELIG' })
    await eier.send('DELETE', `${path}/invitations/${String(at(made.json, 'id'))}`)
    await uh.send('POST', `${path}/images`, png)
    await uh.send('POST', `${path}/images`, png)
    await uh.send('PUT', '/api/me', { name: 'HEMMELIG navn' })
    await uh.send('PUT', '/api/me', { language: 'nn' })
    await eier.send('POST', `${path}/lock`, {})
    await eier.send('POST', `${path}/reopen`, { reason: 'En sum var feil' })
    const members = (await eier.send('GET', path)).json
    const leser = (at(members, 'members') as unknown[]).find(member => at(member, 'role') === 'leser')
    await eier.send('DELETE', `${path}/members/${String(at(leser, 'person', 'id'))}`)
    await outsider.send('GET', path)
    const steps = house.store.entries.slice(before).map(({ action, result, role }) => `${role ?? 'none'} ${action} ${result}`)
    expect(steps).toEqual([
      'eier invite done', 'eier revoke-invitation done', 'uh add-image done', 'none change-name done', 'eier lock done', 'eier reopen done',
      'eier remove-member done', 'none read refused',
    ])
    expect(JSON.stringify(house.store.entries)).not.toContain('HEMMELIG')
  })
})

describe('the audit log over HTTP', () => {
  it('is shown to the eier, newest first, with names as they are now, and says that the chain holds', async () => {
    const { people: { eier, leser }, id } = there
    const refused = await leser.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    expect(refused.code).toBe('not-allowed')
    const page = (await eier.send('GET', of())).json
    expect(actionsIn(page)).toEqual(['lock', 'use-link', 'invite', 'use-link', 'invite', 'use-link', 'invite', 'start'])
    expect(at(page, 'entries', 0)).toMatchObject({ person: { name: 'leser' }, role: 'leser', behovsmelding: { id, title: 'Nordvik 2026' }, result: 'refused', facts: { code: 'not-allowed' } })
    expect(page).toMatchObject({ title: 'Nordvik 2026', total: 8, next: null, actions: ['invite', 'lock', 'start', 'use-link'], chain: { ok: true, count: house.store.entries.length, outside: false } })
    expect((at(page, 'people') as unknown[]).map(person => at(person, 'name'))).toEqual(['eier', 'leser', 'tillitsvalgt', 'uh'])
  })

  it('comes in pages that follow on each other, and by person, kind, refusal and time', async () => {
    const { people: { eier, leser }, id } = there
    house.wait(24 * 3600_000)
    await leser.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    const all = (await eier.send('GET', of())).json
    const seen: unknown[] = []
    let next: unknown = ''
    while (next !== null) {
      const page = (await eier.send('GET', of(`?most=3${next === '' ? '' : `&from=${String(next)}`}`))).json
      seen.push(...at(page, 'entries') as unknown[])
      next = at(page, 'next')
    }
    expect(seen).toEqual(at(all, 'entries'))
    const leserId = String(at(all, 'entries', 0, 'person', 'id'))
    expect(actionsIn((await eier.send('GET', of(`?person=${leserId}`))).json)).toEqual(['lock', 'use-link'])
    expect((await eier.send('GET', of('?action=invite'))).json).toMatchObject({ total: 3 })
    expect(actionsIn((await eier.send('GET', of('?refused=1'))).json)).toEqual(['lock'])
    expect(actionsIn((await eier.send('GET', of('?since=2026-11-23'))).json)).toEqual(['lock'])
    expect((await eier.send('GET', of('?until=2026-11-23'))).json).toMatchObject({ total: 7 })
    for (const wrong of ['from=0', 'most=201', 'most=x', 'person=x%20y', 'action=X', 'refused=2', 'since=yesterday', 'since=2026-13-01', 'from=1&from=2']) {
      expect([wrong, (await eier.send('GET', of(`?${wrong}`))).code]).toEqual([wrong, 'invalid'])
    }
  })

  it('is shown to nobody else, and the attempt is entered; the administrator sees the whole of it', async () => {
    const { people: { uh, tillitsvalgt, eier }, outsider } = there
    expect((await uh.send('GET', of())).code).toBe('not-allowed')
    expect((await tillitsvalgt.send('GET', of('.csv'))).code).toBe('not-allowed')
    expect((await outsider.send('GET', of())).code).toBe('not-found')
    expect((await house.browser().send('GET', of())).code).toBe('not-signed-in')
    expect((await eier.send('GET', '/api/audit')).code).toBe('not-allowed')
    expect((await house.browser().send('GET', '/api/audit.csv')).code).toBe('not-signed-in')
    const page = (await outsider.send('GET', '/api/audit')).json
    expect(page).toMatchObject({ title: null, total: house.store.entries.length, chain: { ok: true } })
    expect((at(page, 'entries') as unknown[]).filter(entry => at(entry, 'action') === 'read-audit')).toHaveLength(4)
  })

  it('tells when the chain is broken, where, and goes on showing what there is', async () => {
    const { people: { eier } } = there
    const last = house.store.entries.at(-1)
    if (last === undefined) throw new Error('there are entries')
    outside = { number: last.number, hash: last.hash }
    expect((await eier.send('GET', of())).json).toMatchObject({ chain: { ok: true, outside: true } })
    outside = { number: last.number, hash: 'a'.repeat(64) }
    expect((await eier.send('GET', of())).json).toMatchObject({ chain: { ok: false, number: last.number, why: 'replaced' } })
    outside = { number: last.number + 1, hash: last.hash }
    expect((await eier.send('GET', of())).json).toMatchObject({ total: 7, chain: { ok: false, number: last.number + 1, why: 'cut-off' } })
    house.store.entries.push({ ...last, number: last.number + 2, hash: 'b'.repeat(64) })
    expect((await eier.send('GET', of())).json).toMatchObject({ total: 8, chain: { ok: false, number: last.number + 1, why: 'missing' } })
  })
})

describe('the audit log as CSV', () => {
  it('is UTF-8 with a mark, one line an entry, the oldest first, and runs no formula', async () => {
    const { people: { eier, uh } } = there
    await uh.send('PUT', '/api/me', { name: '=HYPERLINK("http://x","Åse")' })
    const file = await eier.send('GET', of('.csv?action=use-link'))
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename=logg-${there.id}.csv`)
    const [head, ...lines] = file.text.replace('\uFEFF', '').split('\r\n')
    expect(head).toBe('number,at,person,personId,role,behovsmelding,behovsmeldingId,action,result,code,facts,previous,hash')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toContain(`,"'=HYPERLINK(""http://x"",""Åse"")",`)
    expect(lines.at(-1)).toBe('')
    const bytes = await fetch(house.base + of('.csv'), { headers: { Cookie: eier.cookie() } }).then(response => response.bytes())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })
})
