import { describe, expect, it } from 'vitest'
import { decodeState, encodeState } from './entry.ts'

describe('a room’s stored state', () => {
  it('is read back with who owns and who brought which client id', () => {
    const state = { owners: new Map([[5, 'kari'], [4_000_000_000, 'ola']]), bringers: new Map([[7, 'aslaug']]), update: new Uint8Array([0, 0]) }
    expect(decodeState(encodeState(state))).toEqual(state)
  })

  it('is read back from before anybody was noted as having brought anything', () => {
    expect(decodeState(new Uint8Array([1, 1, 5, 1, 97, 0, 0]))).toEqual({ owners: new Map([[5, 'a']]), bringers: new Map(), update: new Uint8Array([0, 0]) })
    expect(decodeState(new Uint8Array([3, 0, 0, 0]))).toBeNull()
    expect(decodeState(new Uint8Array([2, 1, 5]))).toBeNull()
  })
})
