import { seeded } from '@samskriv/shared/testing'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { add, docOf, run, scanned, shown } from '../testing/run.ts'
import { Content } from './content.ts'

const seeds = [21, 22, 23, Date.now() % 1_000_000]
const bufferOf = (bytes: Uint8Array): ArrayBufferLike => bytes.buffer

describe('content that lies in memory once', () => {
  for (const seed of seeds) {
    it(`writes nothing over what was taken up or given out, and says the same (seed ${seed})`, () => {
      const random = seeded(seed).next
      const { docs, updates } = run(random, 300, 3)
      const half = updates.length >>> 1
      const stored = Y.mergeUpdates(updates.slice(0, half))
      const before = stored.slice()
      const content = new Content()
      expect(content.adopt(stored, scanned(stored))).toBe(true)
      const given: { readonly bytes: Uint8Array, readonly copy: Uint8Array }[] = []
      for (const update of updates.slice(half)) {
        add(content, update)
        if (random() < 0.3) {
          const bytes = content.update()
          given.push({ bytes, copy: bytes.slice() })
        }
      }
      expect(stored).toEqual(before)
      for (const { bytes, copy } of given) expect(bytes).toEqual(copy)
      expect(shown(docOf(content.update()))).toEqual(shown(docs[0] ?? new Y.Doc()))
      expect(Y.encodeStateAsUpdate(docOf(content.update()))).toEqual(Y.encodeStateAsUpdate(docOf(Y.mergeUpdates(updates))))
    })

    it(`says of what was taken up as it is what it says of what was added (seed ${seed})`, () => {
      const { updates } = run(seeded(seed).next, 200, 3)
      const stored = Y.mergeUpdates(updates)
      const [adopted, added] = [new Content(), new Content()]
      adopted.adopt(stored, scanned(stored))
      add(added, stored)
      for (const update of updates) expect(adopted.isNew(scanned(update))).toBe(false)
      expect(adopted.stateVector()).toEqual(added.stateVector())
      expect([adopted.byteLength, adopted.hasUncollected]).toEqual([added.byteLength, added.hasUncollected])
    })
  }

  it('keeps the bytes it was given, and gives them out', () => {
    const update = Y.encodeStateAsUpdate(run(seeded(7).next, 200, 2).docs[0] ?? new Y.Doc())
    const content = new Content()
    content.adopt(update, scanned(update))
    expect(bufferOf(content.update())).toBe(update.buffer)
    const letter = new Y.Doc()
    letter.getText('ny').insert(0, 'x')
    add(content, Y.encodeStateAsUpdate(letter))
    const whole = content.update()
    expect(bufferOf(whole)).not.toBe(update.buffer)
    expect(whole.buffer.byteLength).toBeLessThan(whole.length + 64)
  })

  it('leaves a gap out when it is the first', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'a')
    const vector = Y.encodeStateVector(doc)
    doc.getText('t').insert(1, 'b')
    const second = Y.encodeStateAsUpdate(doc, vector)
    const content = new Content()
    expect(content.adopt(second, scanned(second))).toBe(false)
    expect(content.update()).toEqual(new Uint8Array([0, 0]))
  })

  it('knows whether a Y.Doc could throw anything away', () => {
    const doc = new Y.Doc()
    const content = new Content()
    doc.on('update', (update: Uint8Array) => { add(content, update) })
    doc.getText('t').insert(0, 'Språk og lek')
    expect(content.hasUncollected).toBe(false)
    doc.getText('t').delete(3, 4)
    expect(content.hasUncollected).toBe(true)
    const collected = Y.encodeStateAsUpdate(docOf(content.update()))
    const again = new Content()
    again.adopt(collected, scanned(collected))
    expect(again.hasUncollected).toBe(false)
  })
})

describe('what somebody lacks', () => {
  for (const seed of seeds) {
    it(`is all they lack, whatever they know (seed ${seed})`, () => {
      const random = seeded(seed).next
      const { docs, updates } = run(random, 200, 4)
      const content = new Content()
      for (const update of updates) add(content, update)
      for (const share of [0, 0.1, 0.5, 0.9, 1]) {
        const away = new Y.Doc()
        for (const update of updates.slice(0, Math.ceil(updates.length * share))) Y.applyUpdate(away, update)
        const lacking = content.since(Y.encodeStateVector(away)) ?? new Uint8Array()
        expect(scanned(lacking).sections.length).toBe(Y.decodeUpdate(Y.diffUpdate(content.update(), Y.encodeStateVector(away))).structs.reduce((clients, { id }) => clients.add(id.client), new Set<number>()).size)
        Y.applyUpdate(away, lacking)
        expect(shown(away)).toEqual(shown(docs[0] ?? away))
      }
    })
  }

  it('is everything to somebody who knows only people who were never here, and nothing to junk', () => {
    const update = Y.encodeStateAsUpdate(run(seeded(3).next, 50, 2).docs[0] ?? new Y.Doc())
    const content = new Content()
    content.adopt(update, scanned(update))
    const stranger = new Y.Doc()
    Y.applyUpdate(stranger, content.since(Y.encodeStateVector(new Map([[9, 3]]))) ?? new Uint8Array())
    expect(shown(stranger)).toEqual(shown(docOf(update)))
    expect(content.since(new Uint8Array([5, 1]))).toBeNull()
  })
})
