import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answersIn, inserted, updateFrame } from './testing/answers.ts'
import { until } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'

const { start, join, opened } = createStage()

describe('who is credited with what (SPEC 22)', () => {
  it('is whose session wrote it; what a handshake brought along is its bringer’s, until they write under it; also after a restart', async () => {
    const server = await start()
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    kari.doc.getText('t').insert(0, 'Skrevet ')
    await until(() => (server.store.rooms.get('sak/1/content')?.tail.length ?? 0) > 0)

    // Written while off line, by a tab that is gone, and by the one that comes back.
    const gone = new Y.Doc()
    gone.getText('t').insert(0, 'Uten nett ')
    const back = new Y.Doc()
    Y.applyUpdate(back, Y.encodeStateAsUpdate(gone))
    back.getText('t').insert(0, 'Tilbake ')
    const ola = join(server, 'ola', 'sak', back)
    await until(() => ola.synced && kari.doc.getText('t').length === 26)
    const credited = async (of: typeof server): Promise<unknown[]> => {
      const { owners, bringers } = await of.live.read('sak', 1)
      return [gone, back, kari.doc].map(({ clientID }) => [owners.get(clientID) ?? null, bringers.get(clientID) ?? null])
    }
    expect(await credited(server)).toEqual([[null, 'ola'], [null, 'ola'], ['kari', null]])
    back.getText('t').insert(0, '!')
    await until(() => kari.doc.getText('t').length === 27)
    expect(await credited(server)).toEqual([[null, 'ola'], ['ola', 'ola'], ['kari', null]])

    await server.live.stop()
    const again = await start({}, server.store)
    expect(await credited(again)).toEqual([[null, 'ola'], ['ola', 'ola'], ['kari', null]])
  })
  it('is also what one who may only suggest brings along: nobody else’s is taken from them', async () => {
    const server = await start({ openJudge: () => ({ learn: () => undefined, judge: () => null }) })
    server.rights.set('aslaug', { role: 'tillitsvalgt', state: 'medbestemmelse', epoch: 1 })
    const { socket, frames } = await opened(server, 'as=aslaug&answers=1')
    // With a gap before it: then the server asks for all.
    const gap = new Y.Doc()
    Y.applyUpdate(gap, inserted('x', 777))
    gap.clientID = 777
    const known = Y.encodeStateVector(gap)
    gap.getText('t').insert(1, 'y')
    socket.send(updateFrame(Y.encodeStateAsUpdate(gap, known)))
    await until(() => answersIn(frames).taken === 1)
    socket.send(updateFrame(inserted('x', 777), 1))
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 1, code: 'changed-meanwhile' }])
    expect((await server.live.read('sak', 1)).owners.get(777)).toBe('aslaug')
  })
})
