import * as Y from 'yjs'
import { rest, until } from '../load/measure.ts'
import { join, type Member } from '../load/member.ts'
import { typed } from '../load/writing.ts'
import type { Row } from './row.ts'

const writers = 25
const perSecond = 2
const seconds = 5
const firstClient = 3_000_000

/** What is gone after the server was killed in the middle of writing, with no old client coming back. */
export const killRow: Row = {
  name: 'kill',
  work: '`kill -9` after 5 s of 50 updates/s: gone after restart',
  figures: [
    { key: 'seen', label: 'of those others had seen', digits: 0, aim: 0 },
    { key: 'taken', label: 'of those called taken', digits: 0, aim: 0 },
    { key: 'sent', label: 'sent', digits: 0, aim: null },
    { key: 'othersSaw', label: 'seen', digits: 0, aim: null },
    { key: 'calledTaken', label: 'called taken', digits: 0, aim: null },
  ],
  hasRelay: false,
  async measure (context) {
    const running = await context.open({ documents: 1, people: writers })
    const crowd = Array.from({ length: writers }, (_, index) => ({ client: firstClient + index, written: typed(firstClient + index, perSecond * (seconds + 2)), sent: 0, seen: 0, taken: 0 }))
    const members: Member[] = []
    for (const [index, writer] of crowd.entries()) {
      members.push(await join(running.address(0, index, true), {
        update (client, clock) {
          const other = crowd[client - firstClient]
          if (other !== undefined) other.seen = Math.max(other.seen, clock + 1)
        },
        taken (count) { writer.taken = count },
      }))
    }
    await until(() => members.every(member => member.contentTimes === 1), 10_000, 'the handshakes')
    const began = performance.now()
    const timer = setInterval(() => {
      for (const [index, writer] of crowd.entries()) {
        const due = Math.floor((performance.now() - began) / 1_000 * perSecond + index / writers)
        if (due > writer.sent) { members[index]?.socket.write(writer.written.frames(writer.sent, due)); writer.sent = due }
      }
    }, 1)
    await rest(seconds * 1_000)
    // One more letter each, all at once, so that the signal meets them on all stages of their way.
    for (const [index, writer] of crowd.entries()) members[index]?.socket.write(writer.written.frames(writer.sent, ++writer.sent))
    await rest(1 + Math.floor(Math.random() * 4))
    const killed = running.restart('SIGKILL')
    clearInterval(timer)
    await killed
    for (const member of members) member.close()
    const doc = new Y.Doc()
    const reader = await join(running.address(0, 0, true), { content: update => { Y.applyUpdate(doc, update) } })
    await until(() => reader.contentTimes > 0, 30_000, 'content')
    reader.close()
    const gone = (what: 'seen' | 'taken'): number => crowd.reduce((sum, writer) => sum + Math.max(0, writer[what] - doc.getText(`felt ${writer.client}`).length), 0)
    const all = (what: 'sent' | 'seen' | 'taken'): number => crowd.reduce((sum, writer) => sum + writer[what], 0)
    await running.stop()
    return { seen: gone('seen'), taken: gone('taken'), sent: all('sent'), othersSaw: all('seen'), calledTaken: all('taken') }
  },
}
