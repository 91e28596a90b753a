import { rest, until } from '../load/measure.ts'
import { join, type Member } from '../load/member.ts'
import type { Running } from '../peers/peer.ts'
import { largeDocument } from './documents.ts'
import type { Context, Row } from './row.ts'

const documents = 50
const perDocument = 20
const clients = documents * perDocument
const spreadMs = 1_000

/** A thousand clients come within a second, to documents that somebody has open or (after a restart) nobody. Gives server CPU seconds until all have content. */
async function come (context: Context, running: Running): Promise<{ cpu: number, took: number }> {
  const before = running.watched().cpuSeconds()
  const began = performance.now()
  const members: Member[] = []
  await Promise.all(Array.from({ length: clients }, async (_, index) => {
    await rest(index / clients * spreadMs)
    members.push(await join(running.address(index % documents, Math.floor(index / documents), index % 2 === 0)))
  }))
  if (!context.isRelay) await until(() => members.every(member => member.contentTimes > 0), 30_000, 'content for everybody')
  const took = (performance.now() - began) / 1_000
  await rest(500)
  const cpu = running.watched().cpuSeconds() - before
  if (!context.isRelay && members.some(member => member.contentTimes !== 1 || member.contentBytes < 80_000)) throw new Error('content is missing, or came twice')
  for (const member of members) member.close()
  return { cpu, took }
}

/** Everybody opens their document as the meeting begins. */
export const crowdRow: Row = {
  name: 'crowd',
  work: '1 000 clients in one second to 50 documents of 100 KB',
  figures: [
    { key: 'open', label: 'open: CPU s', digits: 2, aim: 0.5, aimRatio: 0.5 / 0.23 },
    { key: 'restarted', label: 'after restart: CPU s', digits: 2, aim: 0.8 },
    { key: 'openTook', label: 'open: s until all had content', digits: 1, aim: null },
    { key: 'restartedTook', label: 'after restart: s', digits: 1, aim: null },
  ],
  hasRelay: true,
  async measure (context) {
    const running = await context.open({ documents, people: perDocument, content: document => [largeDocument(document)] })
    const sitting = await Promise.all(Array.from({ length: documents }, (_, document) => join(running.address(document, 0, true))))
    if (!context.isRelay) await until(() => sitting.every(member => member.contentTimes === 1), 10_000, 'those who sit there')
    await rest(1_000)
    const open = await come(context, running)
    for (const member of sitting) member.close()
    await rest(1_000)
    await running.restart('SIGTERM')
    const restarted = await come(context, running)
    await running.stop()
    return { open: open.cpu, openTook: open.took, restarted: restarted.cpu, restartedTook: restarted.took }
  },
}
