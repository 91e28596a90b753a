import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchBehovsmelding, lock, signOut, storeImage, versionAddress } from './calls.ts'
import { watchSignedOut } from './request.ts'

const answerWith = (status: number, body: string | null): ReturnType<typeof vi.fn> => {
  const answer = vi.fn(async () => new Response(body, { status }))
  vi.stubGlobal('fetch', answer)
  return answer
}
afterEach(() => { vi.unstubAllGlobals() })

describe('a request', () => {
  it('gives the value, or nothing where there is none to give', async () => {
    answerWith(200, '{"id":"abcd"}')
    expect(await fetchBehovsmelding('abcd')).toEqual({ ok: true, value: { id: 'abcd' } })
    answerWith(204, null)
    expect(await signOut()).toEqual({ ok: true, value: undefined })
  })
  it('gives the refusal of the server, facts included', async () => {
    answerWith(409, '{"refusal":{"code":"lock-has-errors","facts":{"count":3}}}')
    expect(await lock('abcd', {})).toEqual({ ok: false, refusal: { code: 'lock-has-errors', facts: { count: 3 } } })
  })
  it('tells a server that cannot be reached from one that answers nonsense', async () => {
    vi.stubGlobal('fetch', async () => { throw new TypeError('Failed to fetch') })
    expect(await signOut()).toEqual({ ok: false, refusal: { code: 'unreachable' } })
    answerWith(502, '<h1>Bad gateway</h1>')
    expect(await signOut()).toEqual({ ok: false, refusal: { code: 'unreachable' } })
    answerWith(500, '{"refusal":{"code":"made-up"}}')
    expect(await signOut()).toEqual({ ok: false, refusal: { code: 'broken' } })
    answerWith(200, '<h1>Log in to the network</h1>')
    expect(await fetchBehovsmelding('abcd')).toEqual({ ok: false, refusal: { code: 'broken' } })
  })
  it('tells whoever watches that nobody is signed in any more, for that refusal alone', async () => {
    const signedOut = vi.fn()
    const stop = watchSignedOut(signedOut)
    answerWith(403, '{"refusal":{"code":"not-allowed"}}')
    await fetchBehovsmelding('abcd')
    expect(signedOut).not.toHaveBeenCalled()
    answerWith(401, '{"refusal":{"code":"not-signed-in"}}')
    await fetchBehovsmelding('abcd')
    expect(signedOut).toHaveBeenCalledOnce()
    stop()
    await fetchBehovsmelding('abcd')
    expect(signedOut).toHaveBeenCalledOnce()
  })
  it('sends a file as it is, and everything else as JSON', async () => {
    const asked = answerWith(200, '{}')
    const file = new Blob(['x'], { type: 'image/png' })
    await storeImage('abcd', file)
    expect(asked).toHaveBeenLastCalledWith('/api/behovsmeldinger/abcd/images', expect.objectContaining({ method: 'POST', body: file, headers: { 'Content-Type': 'image/png' } }))
    await lock('abcd', { reason: 'r' })
    expect(asked).toHaveBeenLastCalledWith('/api/behovsmeldinger/abcd/lock', expect.objectContaining({ body: '{"reason":"r"}', headers: { 'Content-Type': 'application/json' } }))
  })
  it('cannot be led elsewhere by an id', () => {
    expect(versionAddress('../people', 1, 'pdf', 'nb')).toBe('/api/behovsmeldinger/..%2Fpeople/versions/1.pdf?language=nb')
  })
})
