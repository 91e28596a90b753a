import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { caretsOf } from './carets.ts'
import { publishCaret } from './publish-caret.ts'

const place = { anchor: { tname: 'a' }, head: { tname: 'a' } }
function two (): { readonly mine: Awareness, readonly other: Awareness, readonly pass: () => void } {
  const [mine, other] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
  other.setLocalStateField('user', { name: 'UH', color: 3 })
  return { mine, other, pass: () => { applyAwarenessUpdate(mine, encodeAwarenessUpdate(other, [other.clientID]), 'net') } }
}
const frame = (): Promise<void> => Promise.resolve()

describe('carets of the others', () => {
  it('are told of to the field they are in and the one they left, and to no other', async () => {
    const { mine, other, pass } = two()
    const heard: string[] = []
    const carets = caretsOf(mine)
    for (const key of ['a', 'b', 'c']) carets.watch(key, () => { heard.push(key) })
    other.setLocalStateField('cursor', { key: 'a', ...place })
    pass()
    await frame()
    expect(heard.splice(0)).toEqual(['a'])
    expect(carets.at('a')).toMatchObject([{ clientId: other.clientID, name: 'UH', color: 3 }])
    expect(carets.at('a')).toBe(carets.at('a'))
    other.setLocalStateField('cursor', { key: 'b', ...place })
    pass()
    await frame()
    expect(heard.toSorted()).toEqual(['a', 'b'])
    expect(carets.at('a')).toEqual([])
  })

  it('are nothing when a client says something else than where a caret is', () => {
    const { mine, other, pass } = two()
    for (const cursor of [null, 'x', { key: 7 }, { key: 'a' }]) {
      other.setLocalStateField('cursor', cursor)
      pass()
      expect(caretsOf(mine).at('a')).toEqual([])
    }
  })
})

describe('one\'s own caret', () => {
  it('is taken back by the field it is in, and by no other that closes', () => {
    const { mine } = two()
    const [a, b] = [publishCaret(mine, 'a'), publishCaret(mine, 'b')]
    a.put(() => place)
    b.leave()
    expect(mine.getLocalState()?.['cursor']).toEqual({ key: 'a', ...place })
    a.leave()
    expect(mine.getLocalState()?.['cursor']).toBeNull()
  })
})
