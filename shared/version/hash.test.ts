import { describe, expect, it } from 'vitest'
import { canonicalBytes, sha256 } from './index.ts'

const text = (value: unknown): string => new TextDecoder().decode(canonicalBytes(value))

describe('what is hashed', () => {
  it('is the same whatever order the keys were written in, with numbers and letters as RFC 8785 has them', () => {
    expect(text({ b: 1, a: { d: 1.50, c: 'Ånd\u0001' } })).toBe('{"a":{"c":"Ånd\\u0001","d":1.5},"b":1}')
    expect(text([1e21, 0.000001, -0, 330000])).toBe('[1e+21,0.000001,0,330000]')
    expect(text({ '\u{1f600}': 1, '\ufb33': 2, 'ø': 3 })).toBe('{"ø":3,"\u{1f600}":1,"\ufb33":2}')
  })

  it('has the SHA-256 everybody else computes', async () => {
    expect(await sha256(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is never what JSON cannot hold', () => {
    expect(() => canonicalBytes(undefined)).toThrow(TypeError)
    expect(() => canonicalBytes({ sum: Number.NaN })).toThrow()
  })
})
