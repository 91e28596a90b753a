import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startHouse, type TestHouse } from './testing/house.ts'

let house: TestHouse
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'client-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>app</title>')
  writeFileSync(join(folder, 'assets', 'app-1234.js'), 'let app')
  writeFileSync(join(folder, 'assets', 'app-1234.js.br'), brotliCompressSync('let app'))
  writeFileSync(join(folder, 'assets', 'app-1234.js.gz'), gzipSync('let app'))
  writeFileSync(join(folder, 'icon.svg'), '<svg/>')
  house = await startHouse(parts => ({ ...parts, clientFolder: folder }))
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(house.base + path, { headers })

describe('the client', () => {
  it('is the app at each of its pages, never kept by the browser, and a one-time link\'s page uses nothing up', async () => {
    for (const path of ['/', '/b/abcd1234', '/inn/some-token', '/index.html/']) {
      const answer = await get(path)
      expect([path, answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([path, 200, 'no-store', 'text/html; charset=utf-8'])
      expect(await answer.text()).toContain('<title>app</title>')
    }
  })

  it('has assets that never change, packed for those who take it', async () => {
    const read = async (encoding: string): Promise<unknown[]> => {
      const answer = await get('/assets/app-1234.js', { 'Accept-Encoding': encoding })
      return [await answer.text(), answer.headers.get('content-encoding'), answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('vary')]
    }
    const rest = ['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'Accept-Encoding']
    expect(await read('gzip, br')).toEqual(['let app', 'br', ...rest])
    expect(await read('gzip')).toEqual(['let app', 'gzip', ...rest])
    expect(await read('identity')).toEqual(['let app', null, ...rest])
    expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  it('gives nothing that does not belong to it', async () => {
    for (const path of ['/assets/gone-1.js', '/assets/app-1234.js.br', '/..%2f..%2fetc%2fpasswd.txt', '/.env', '/index.html']) expect((await get(path)).status).toBe(404)
  })

  it('is told by headers what it may do: own scripts and own sockets only', async () => {
    const answer = await get('/')
    const policy = answer.headers.get('content-security-policy') ?? ''
    const host = house.base.slice('http://'.length)
    expect(policy.split(';')).toEqual(expect.arrayContaining(["default-src 'self'", "script-src 'self'", `connect-src 'self' ws://${host}`, "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"]))
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-powered-by')).toBeNull()
  })
})
