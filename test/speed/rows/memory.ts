import { rest, until } from '../load/measure.ts'
import { join, type Member } from '../load/member.ts'
import { middlingDocument } from './documents.ts'
import type { Row } from './row.ts'

const documents = 2_000
/** How long a process may take to settle before its memory is read, ms. */
const settleMs = 3_000
const leftMs = 30_000

/** Sockets opened some at a time, as a listen queue takes them. */
async function joinAll (count: number, one: (index: number) => Promise<Member>): Promise<Member[]> {
  const members: Member[] = []
  while (members.length < count) {
    const from = members.length
    members.push(...await Promise.all(Array.from({ length: Math.min(50, count - from) }, (_, index) => one(from + index))))
  }
  return members
}

/** What open documents cost, and what is left of it when everybody has gone. */
export const memoryRow: Row = {
  name: 'memory',
  work: '2 000 documents of 20 KB: RSS MiB open; 30 s after all left',
  figures: [
    { key: 'open', label: 'MiB open', digits: 0, aim: 200 },
    { key: 'left', label: 'MiB 30 s after', digits: 0, aim: 120 },
    { key: 'empty', label: 'MiB before', digits: 0, aim: null },
    { key: 'compactCpu', label: 'CPU s of their leaving', digits: 1, aim: null },
  ],
  hasRelay: false,
  async measure (context) {
    const running = await context.open({ documents, people: 1, content: document => [middlingDocument(document)] })
    await rest(settleMs)
    const empty = running.watched().residentKib() / 1_024
    const members = await joinAll(documents, index => join(running.address(index, 0, index % 2 === 0)))
    await until(() => members.every(member => member.contentTimes === 1), 30_000, 'content')
    await rest(settleMs)
    const open = running.watched().residentKib() / 1_024
    const cpu = running.watched().cpuSeconds()
    for (const member of members) member.close()
    await rest(leftMs)
    const left = running.watched().residentKib() / 1_024
    const compactCpu = running.watched().cpuSeconds() - cpu
    await running.stop()
    return { empty, open, left, compactCpu }
  },
}

const silentClients = 2_000
const perPerson = 20
const people = 25

/** What somebody who has a behovsmelding open and does nothing costs. */
export const silentRow: Row = {
  name: 'silent',
  work: 'silent client: KiB of RSS, 2 000 clients',
  figures: [{ key: 'kib', label: 'KiB per client', digits: 1, aim: 10, aimRatio: 10 / 6.5 }],
  hasRelay: true,
  async measure (context) {
    const running = await context.open({ documents: silentClients / (perPerson * people) + 1, people })
    // The first hundred pay for what a process gets ready once; they sit in a document of their own.
    const first = await joinAll(100, index => join(running.address(0, index % people, index % 2 === 0)))
    await rest(settleMs)
    const before = running.watched().residentKib()
    const members = await joinAll(silentClients, index => join(running.address(1 + Math.floor(index / (perPerson * people)), index % people, index % 2 === 0)))
    await rest(settleMs)
    const kib = (running.watched().residentKib() - before) / silentClients
    for (const member of [...first, ...members]) member.close()
    await running.stop()
    return { kib }
  },
}
