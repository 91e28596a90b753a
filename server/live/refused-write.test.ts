import { expect, it } from 'vitest'
import { answersIn, inserted, updateFrame } from './testing/answers.ts'
import { until } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'

const { start, opened } = createStage()

it('tells of each write the gate refused, who and why; of what is taken and of junk it tells nothing', async () => {
  const told: string[] = []
  const server = await start({ refusedWrite: (behovsmelding, personId, code) => { told.push(`${behovsmelding} ${personId} ${code}`) } })
  server.rights.set('leser', { role: 'leser', state: 'utkast', epoch: 1 })
  const [kari, leser] = [await opened(server, 'as=kari&answers=1'), await opened(server, 'as=leser&answers=1')]
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
