import { describe, expect, it } from 'vitest'
import { decodeEntry, decodeState, encodeEntry, encodeState } from './entry.ts'

const update = new Uint8Array([0, 0])
const people = (bytes: Uint8Array): readonly string[] | undefined => decodeEntry(bytes)?.map(each => each.personId)

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

describe('a journal entry', () => {
  it('tells apart people whose names are of one length, or begin alike, one entry after the other', () => {
    for (const names of [['kari', 'kaia', 'kari'], ['kari', 'kar', 'karin'], ['åse', 'ase', 'åse'], ['', 'kari', '']]) {
      expect(people(encodeEntry(names.map(personId => ({ personId, isReply: false, update }))))).toEqual(names)
      for (const personId of names) expect(people(encodeEntry([{ personId, isReply: true, update }]))).toEqual([personId])
    }
  })

  it('gives views of updates that lie inside a larger buffer, and nothing of what is damaged', () => {
    const entry = encodeEntry([{ personId: 'kari', isReply: false, update: new Uint8Array([1, 2, 3]) }])
    const shifted = new Uint8Array([9, 9, ...entry, 9]).subarray(2, 2 + entry.length)
    expect(decodeEntry(shifted)).toEqual([{ personId: 'kari', isReply: false, update: new Uint8Array([1, 2, 3]) }])
    expect(decodeEntry(entry.subarray(0, entry.length - 1))).toBeNull()
    expect(decodeEntry(new Uint8Array([2, 0xff, 0xfe, 0, 0]))).toBeNull()
    expect(people(entry)).toEqual(['kari'])
  })
})
