import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../http/testing/memory-store.ts'
import { secretInCookie, signatureKey } from './cookie.ts'
import { isSecret, newLink, newSecret, rightsFrom, secretHash } from './index.ts'

describe('a secret', () => {
  it('is 32 random bytes, and what is kept of it is its hash', () => {
    const { token, link } = newLink()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(isSecret(token)).toBe(true)
    expect(link.id).toBe(secretHash(token))
    expect(newSecret()).not.toBe(newSecret())
    for (const other of ['', token.slice(1), `${token}a`, `${token.slice(1)}/`, '../../etc/passwd']) expect(isSecret(other)).toBe(false)
  })
})

const sign = (secret: string): string => `s:${secret}.${createHmac('sha256', signatureKey).update(secret).digest('base64').replace(/=+$/, '')}`

describe('the session\'s secret in a Cookie header', () => {
  const signed = encodeURIComponent(sign('geheim'))

  it('is found among other cookies', () => {
    expect(secretInCookie(`a=b; samskriv=${signed}; samskriv2=x`, 'samskriv')).toBe('geheim')
    expect(secretInCookie(`samskriv=${signed}`, 'samskriv')).toBe('geheim')
  })

  it('is not there without a valid signature', () => {
    for (const header of [undefined, '', 'samskriv', 'samskriv=geheim', `samskriv=${signed}x`, `xsamskriv=${signed}`, `samskriv=${encodeURIComponent(sign('geheim').replace('geheim', 'annet'))}`, 'samskriv=%', 'samskriv=s:']) {
      expect([header, secretInCookie(header, 'samskriv')]).toEqual([header, null])
    }
  })

  it('is read fast enough for a thousand sockets in one second', () => {
    const header = `theme=dark; samskriv=${signed}; other=1`
    const before = process.cpuUsage()
    for (let times = 0; times < 1000; times++) secretHash(secretInCookie(header, 'samskriv') ?? '')
    const { user, system } = process.cpuUsage(before)
    // Some 15 ms; the bound is there to notice a hundredfold, not a slow machine.
    expect((user + system) / 1000).toBeLessThan(500)
  })
})

describe('rights', () => {
  it('are what the records say at the moment they are asked for', async () => {
    const store = memoryStore()
    const rights = rightsFrom(store)
    expect(rights.of('b', 'p')).toBeNull()
    const at = '2026-01-01T00:00:00.000Z'
    const behovsmelding = { id: 'b', title: 'x', template: { id: 't', version: 1 }, state: 'utkast', epoch: 1, createdBy: 'p', createdAt: at, changedAt: at } as const
    await store.commit({ changes: [{ table: 'behovsmeldinger', put: behovsmelding }, { table: 'memberships', put: { id: 'b/p', behovsmelding: 'b', personId: 'p', role: 'uh', since: at } }] })
    expect(rights.of('b', 'p')).toEqual({ state: 'utkast', epoch: 1, role: 'uh' })
    expect(rights.of('b', 'andre')).toEqual({ state: 'utkast', epoch: 1, role: null })
    await store.commit({ changes: [{ table: 'behovsmeldinger', put: { ...behovsmelding, state: 'låst' } }, { table: 'memberships', remove: 'b/p' }] })
    expect(rights.of('b', 'p')).toEqual({ state: 'låst', epoch: 1, role: null })
  })
})
