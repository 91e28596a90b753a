import { afterEach, expect, it } from 'vitest'
import { answersIn, inserted, updateFrame } from './testing/answers.ts'
import { rawSocket, startLive, until } from './testing/live-server.ts'

const stops: (() => Promise<void> | void)[] = []
afterEach(async () => { for (const stop of stops.splice(0).toReversed()) await stop() })

it('tells of each write the gate refused, who and why; of what is taken and of junk it tells nothing', async () => {
  const told: string[] = []
  const server = await startLive({ refusedWrite: (behovsmelding, personId, code) => { told.push(`${behovsmelding} ${personId} ${code}`) } })
  stops.push(() => server.stop())
  server.rights.set('leser', { role: 'leser', state: 'utkast', epoch: 1 })
  const [kari, leser] = [await rawSocket(server, 'as=kari&answers=1'), await rawSocket(server, 'as=leser&answers=1')]
  stops.push(() => { kari.socket.terminate(); leser.socket.terminate() })
  kari.socket.send(updateFrame(inserted('Mitt', 7)))
  await until(() => answersIn(kari.frames).taken === 1)
  leser.socket.send(updateFrame(inserted('Forfalsket', 8)))
  leser.socket.send(updateFrame(new Uint8Array([9, 9, 9])))
  leser.socket.send(updateFrame(inserted('Mitt', 7)))
  await until(() => answersIn(leser.frames).taken === 3)
  expect(answersIn(leser.frames).refused.map(each => each.code)).toEqual(['not-allowed', 'junk'])
  server.rights.set('kari', { role: 'eier', state: 'låst', epoch: 1 })
  kari.socket.send(updateFrame(inserted('Etter låsing', 9)))
  await until(() => answersIn(kari.frames).taken === 2)
  leser.socket.send(updateFrame(inserted('Stort '.repeat(20_000), 10)))
  await until(() => answersIn(leser.frames).taken === 4)
  expect(told).toEqual(['sak leser not-allowed', 'sak kari wrong-state', 'sak leser not-allowed'])
})
