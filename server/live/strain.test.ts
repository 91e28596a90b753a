import { message } from '@samskriv/shared/protocol'
import { storedSuggestionMark, writeRichText } from '@samskriv/shared/rich-text'
import { judgeSuggestions } from '@samskriv/shared/suggest'
import { p, rawUpdate, rich, type RawId } from '@samskriv/shared/testing'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answersIn, updateFrame } from './testing/answers.ts'
import { until } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'
import { strains } from './strain.ts'
import { Content, mostRanges, scan, type Scanned } from './update/index.ts'

const { start, opened } = createStage()
const scanned = (update: Uint8Array): Scanned => {
  const found = scan(update)
  if (found === null) throw new Error('it is an update')
  return found
}
const everySecond = (count: number): readonly RawId[] => Array.from({ length: count }, (_, index) => [2 * index, 1] as const)
const { name, value } = storedSuggestionMark({ kind: 'insertion', id: 'aslaug1', by: 'aslaug' })

describe('the live server', () => {
  it('takes of one who may only suggest nothing that parts the text in very many places', async () => {
    const server = await start({ openJudge: judgeSuggestions })
    server.rights.set('aslaug', { role: 'tillitsvalgt', state: 'medbestemmelse', epoch: 1 })
    const doc = new Y.Doc()
    writeRichText(doc.getXmlFragment('rich:mål'), rich(p('Vi skal lære.')))
    const eier = await opened(server, 'as=eier&answers=1')
    eier.socket.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    await until(() => answersIn(eier.frames).taken === 1)
    doc.clientID = 7
    const known = Y.encodeStateVector(doc)
    const block = doc.getXmlFragment('rich:mål').get(0)
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (text instanceof Y.XmlText) text.insert(3, 'xy'.repeat(1_001), { [name]: value })
    const { socket, frames } = await opened(server, 'as=aslaug&answers=1')
    socket.send(updateFrame(Y.encodeStateAsUpdate(doc, known)))
    socket.send(updateFrame(rawUpdate([], { 7: everySecond(1_001) })))
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 2, code: 'too-large' }])
  })
  it('takes nobody for present who tells of thousands, and answers no endless vector', async () => {
    const server = await start()
    const { socket, closed } = await opened(server, 'as=kari&answers=1')
    const told = encoding.encode(to => {
      encoding.writeVarUint(to, message.awareness)
      encoding.writeVarUint8Array(to, encoding.encode(inner => { for (const number of [20_000, ...Array.from({ length: 20_000 }, () => [5, 1, 0]).flat()]) encoding.writeVarUint(inner, number) }))
    })
    for (let n = 0; n < 21; n++) socket.send(told)
    expect((await closed).reason).toBe('junk')
    expect(new Content().since(encoding.encode(to => { for (const number of [300_000, ...Array.from({ length: 600_000 }, (_, index) => index)]) encoding.writeVarUint(to, number) }))).toBeNull()
  })
})

describe('a suggestion', () => {
  const none = { owners: new Map<number, string>(), ahead: new Map<number, number>() }
  it('leaves room for deletions of those who write, and may repeat theirs', () => {
    const content = new Content()
    const words = rawUpdate([{ client: 5, structs: [{ root: 't', words: 'x'.repeat(mostRanges + 10) }] }], { 5: everySecond(mostRanges / 2) })
    content.add(words, scanned(words))
    const more = scanned(rawUpdate([], { 5: [[mostRanges + 5, 1]] }))
    expect(strains(more, 'aslaug', { content, ...none })).toBe(true)
    expect(strains(scanned(words), 'aslaug', { content, ...none })).toBe(false)
  })
  it('is not written under ever new client ids', () => {
    const content = new Content()
    const owners = new Map(Array.from({ length: 1_000 }, (_, index) => [10_000 + index, 'aslaug']))
    const update = scanned(rawUpdate([{ client: 9, structs: [{ root: 't', words: 'x' }] }]))
    expect(strains(update, 'aslaug', { content, ...none, owners })).toBe(true)
    expect(strains(update, 'marit', { content, ...none, owners })).toBe(false)
    const many = rawUpdate(Array.from({ length: 33 }, (_, index) => ({ client: 9 + index, structs: [{ root: 't', words: 'x' }] })))
    expect(strains(scanned(many), 'marit', { content, ...none })).toBe(true)
  })
})
