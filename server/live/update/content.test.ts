import { seeded } from '@samskriv/shared/testing'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Bytes } from './bytes.ts'
import { Content } from './content.ts'
import { scan } from './scan.ts'
import { add, docOf, run, scanned, shown } from '../testing/run.ts'

describe('a room as bytes', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, Date.now() % 1_000_000]) {
    it(`says the same as a Y.Doc that took every update (seed ${seed})`, () => {
      const random = seeded(seed).next
      const { docs, updates } = run(random, 400, 4)
      const content = new Content()
      for (const update of updates) add(content, update)
      const read = docOf(content.update())
      expect(shown(read)).toEqual(shown(docs[0] ?? read))
      expect(Y.encodeStateAsUpdate(read)).toEqual(Y.encodeStateAsUpdate(docOf(Y.mergeUpdates(updates))))
      expect(Y.decodeStateVector(content.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(read)))
    })

    it(`takes updates repeated and overlapping (seed ${seed})`, () => {
      const random = seeded(seed).next
      const { docs, updates } = run(random, 200, 3)
      const content = new Content()
      for (const [index, update] of updates.entries()) {
        add(content, update)
        if (random() < 0.2) add(content, updates[Math.floor(random() * index)] ?? update)
        if (random() < 0.1) add(content, Y.mergeUpdates(updates.slice(Math.max(0, index - 5), index + 1)))
      }
      expect(shown(docOf(content.update()))).toEqual(shown(docs[0] ?? new Y.Doc()))
    })

    it(`adds nothing of an update that leaves a gap (seed ${seed})`, () => {
      const random = seeded(seed).next
      const { docs, updates } = run(random, 120, 3)
      const content = new Content()
      let waiting = updates.map(update => ({ update, at: random() })).toSorted((a, b) => a.at - b.at).map(each => each.update)
      let refused = 0
      while (waiting.length > 0) {
        const again: Uint8Array[] = []
        for (const update of waiting) {
          const before = content.update()
          if (content.add(update, scanned(update))) continue
          refused++
          expect(content.update()).toEqual(before)
          again.push(update)
        }
        waiting = again
      }
      expect(refused).toBeGreaterThan(0)
      expect(scan(content.update())).not.toBeNull()
      expect(shown(docOf(content.update()))).toEqual(shown(docs[0] ?? new Y.Doc()))
    })

    it(`gives somebody who was away what they lack (seed ${seed})`, () => {
      const random = seeded(seed).next
      const { docs, updates } = run(random, 200, 3)
      const content = new Content()
      const away = new Y.Doc()
      for (const [index, update] of updates.entries()) {
        add(content, update)
        if (index < updates.length / 2) Y.applyUpdate(away, update)
      }
      const difference = content.since(Y.encodeStateVector(away))
      Y.applyUpdate(away, difference ?? new Uint8Array())
      expect(shown(away)).toEqual(shown(docs[0] ?? away))
      expect((difference ?? []).length).toBeLessThan(content.update().length)
    })
  }

  it('holds a sentence typed letter by letter as one struct', () => {
    const doc = new Y.Doc()
    const content = new Content()
    doc.on('update', (update: Uint8Array) => { add(content, update) })
    const text = doc.getText('text')
    for (const letter of 'Språk og lek i barnehagen '.repeat(40)) text.insert(text.length, letter)
    expect(content.update().length).toBeLessThan(1_040 + 120)
    expect(Y.encodeStateAsUpdate(docOf(content.update()))).toEqual(Y.encodeStateAsUpdate(doc))
  })

  it('knows when an update says nothing new', () => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'en to')
    doc.getText('text').delete(0, 2)
    const update = Y.encodeStateAsUpdate(doc)
    const content = new Content()
    expect(content.isNew(scanned(update))).toBe(true)
    add(content, update)
    expect(content.isNew(scanned(update))).toBe(false)
  })

  it('takes very many deleted ranges, in any order, in a moment', () => {
    const bytes = new Bytes()
    bytes.uint(0)
    bytes.uint(1)
    bytes.uint(77)
    bytes.uint(150_000)
    for (let n = 150_000; n > 0; n--) { bytes.uint(n * 2); bytes.uint(1) }
    const update = bytes.view()
    const content = new Content()
    add(content, update)
    expect(content.isNew(scanned(update))).toBe(false)
    expect(content.byteLength).toBeGreaterThan(1_000_000)
    expect(scanned(content.update()).deleted.length).toBe(150_000)
  })
})

const named = (value: unknown): object => Object.fromEntries([['__proto__', value]])

describe('scan', () => {
  for (const seed of [11, 12, 13, 1035, 1196, 2911, Date.now() % 1_000_000]) {
    it(`lets nothing through that a client could not decode (seed ${seed})`, () => {
      const random = seeded(seed).next
      const { updates } = run(random, 150, 2)
      let passed = 0
      for (const update of updates) {
        expect(scan(update)).not.toBeNull()
        for (let n = 0; n < 20; n++) {
          const hurt = update.slice(0, random() < 0.5 ? update.length : Math.floor(random() * update.length))
          for (let m = 0; m < 1 + random() * 3; m++) if (hurt.length > 0) hurt[Math.floor(random() * hurt.length)] = Math.floor(random() * 256)
          const found = scan(hurt)
          if (found === null) continue
          passed++
          expect(() => Y.decodeUpdate(hurt)).not.toThrow()
          expect(() => { Y.applyUpdate(new Y.Doc(), hurt) }).not.toThrow()
          new Content().add(hurt, found)
        }
      }
      expect(passed).toBeGreaterThan(0)
    })
  }

  it('refuses a name that JavaScript hides, wherever an object has it', () => {
    const hidden: ((doc: Y.Doc) => void)[] = [
      doc => { doc.getText('t').insert(0, 'ord', named({ bold: {} })) },
      doc => { doc.getText('t').insert(0, 'ord', { bold: named({ x: 1 }) }) },
      doc => { const element = new Y.XmlElement('image'); element.setAttribute('__proto__', 'x'); doc.getXmlFragment('x').insert(0, [element]) },
      doc => { doc.getMap('m').set('a', named({ kind: 'answer' })) },
      doc => { doc.getMap('m').set('__proto__', 1) },
    ]
    for (const work of hidden) {
      const doc = new Y.Doc()
      work(doc)
      expect(scan(Y.encodeStateAsUpdate(doc)), work.toString()).toBeNull()
    }
    const doc = new Y.Doc()
    doc.getMap('m').set('a', { name: '__proto__', __proto: 1 })
    doc.getText('t').insert(0, 'ord om __proto__')
    expect(scan(Y.encodeStateAsUpdate(doc))).not.toBeNull()
  })

  it('refuses what is cut, has bytes left over, is empty or not an update at all', () => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'hei')
    const update = Y.encodeStateAsUpdate(doc)
    for (let length = 0; length < update.length; length++) expect(scan(update.slice(0, length))).toBeNull()
    expect(scan(new Uint8Array([...update, 0]))).toBeNull()
    expect(scan(new TextEncoder().encode('{"hei":1}'))).toBeNull()
    expect(scan(new Uint8Array(4096).fill(255))).toBeNull()
  })
})
