import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answersIn, updateFrame } from './testing/answers.ts'
import { docOf, scanned } from './testing/run.ts'
import { until } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'
import { mostDepth } from './update/depth.ts'
import { Content } from './update/index.ts'

const { start, opened } = createStage()

// An element in an element in an element …: an update for each, and all as one.
function nested (depth: number, clientID = 7): { readonly updates: readonly Uint8Array[], readonly whole: Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => { updates.push(update) })
  let inner: Y.XmlFragment = doc.getXmlFragment('xml')
  for (let n = 0; n < depth; n++) {
    const element = new Y.XmlElement('p')
    inner.insert(0, [element])
    inner = element
  }
  return { updates, whole: Y.encodeStateAsUpdate(doc) }
}

// As many, one beside the other in the innermost of some.
function wide (count: number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 9
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => { updates.push(update) })
  const outer = new Y.XmlElement('ul')
  doc.getXmlFragment('xml').insert(0, [outer])
  for (let n = 0; n < count; n++) outer.insert(n % 2 === 0 ? outer.length : 0, [new Y.XmlElement('li')])
  return updates
}

describe('elements in elements', () => {
  it('are junk deeper than programs can bear, sent as one update', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    socket.send(updateFrame(nested(2_000).whole))
    socket.send(updateFrame(nested(mostDepth, 8).whole))
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 1, code: 'junk' }])
  })

  it('are junk as deep, however they are cut up and however fast they come', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    const { updates } = nested(mostDepth + 1)
    for (const update of updates) socket.send(updateFrame(update))
    await until(() => answersIn(frames).taken === updates.length)
    expect(answersIn(frames).refused).toEqual([{ ordinal: updates.length, code: 'junk' }])
  })

  it('are taken beside each other, as many as there are', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    const updates = wide(mostDepth * 5)
    for (const update of updates) socket.send(updateFrame(update))
    await until(() => answersIn(frames).taken === updates.length)
    expect(answersIn(frames).refused).toEqual([])
  })

  it('do not keep anybody from writing elsewhere in a text that is too deep already', () => {
    const deep = nested(mostDepth * 3).whole
    const content = new Content()
    content.adopt(deep, scanned(deep))
    const doc = docOf(deep)
    const before = Y.encodeStateVector(doc)
    doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p')])
    const shallow = Y.encodeStateAsUpdate(doc, before)
    expect(content.liesTooDeep(shallow, scanned(shallow), () => [])).toBe(false)
  })
})
