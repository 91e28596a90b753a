import { afterEach, describe, expect, it, vi } from 'vitest'
import { storeImage } from './calls.ts'

afterEach(() => { vi.unstubAllGlobals() })

/** A request that a test answers by hand. */
function standIn (): { answer (status: number, text: string): void, fail (): void, sent (loaded: number, total: number): void } {
  const request = new EventTarget()
  const upload = new EventTarget()
  const state = { status: 0, responseText: '', upload }
  vi.stubGlobal('XMLHttpRequest', function () {
    return Object.assign(request, state, { open: vi.fn(), setRequestHeader: vi.fn(), send: vi.fn() })
  })
  return {
    answer (status, responseText) {
      Object.assign(request, { status, responseText })
      request.dispatchEvent(new Event('load'))
    },
    fail () { request.dispatchEvent(new Event('error')) },
    sent (loaded, total) { upload.dispatchEvent(Object.assign(new Event('progress'), { lengthComputable: true, loaded, total })) },
  }
}

describe('sending a file', () => {
  it('tells how much has been sent, and gives what the server answers', async () => {
    const server = standIn()
    const told: number[] = []
    const sending = storeImage('abcd', new Blob(['bilde'], { type: 'image/png' }), share => { told.push(share) })
    server.sent(1, 4)
    server.sent(4, 4)
    server.answer(201, '{"hash":"h"}')
    expect(await sending).toEqual({ ok: true, value: { hash: 'h' } })
    expect(told).toEqual([0.25, 1])
  })

  it('gives the refusal as any other request does, and says when nobody answers', async () => {
    const refusing = standIn()
    const refused = storeImage('abcd', new Blob(['bilde']), () => undefined)
    refusing.answer(413, '{"refusal":{"code":"images-full"}}')
    expect(await refused).toEqual({ ok: false, refusal: { code: 'images-full' } })
    const silent = standIn()
    const lost = storeImage('abcd', new Blob(['bilde']), () => undefined)
    silent.fail()
    expect(await lost).toEqual({ ok: false, refusal: { code: 'unreachable' } })
  })
})
