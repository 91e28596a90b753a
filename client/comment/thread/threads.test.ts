import type { CommentEntry, CommentsView, ThreadView } from '@samskriv/shared/api'
import { refused } from '@samskriv/shared/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../../api/index.ts'
import type { News } from '../../live/session.ts'
import { watchable } from '../../live/watchable.ts'
import { openThreads, type Threads } from './threads.ts'
import { arrivedBetween, namesUnread, unreadIn } from './unread.ts'

const entry = (personId: string, text = 'Et ord'): CommentEntry => ({ id: `e${text}`, author: { personId, name: personId, role: 'uh' }, text, mentions: [], at: '2026-03-01T10:00:00.000Z' })
const thread = (id: string, revision: number, entries: readonly CommentEntry[] = [entry('uh')], seen = 0): ThreadView =>
  ({ id, place: { kind: 'whole' }, epoch: 1, round: null, revision, entries, resolution: null, seen })

const news = watchable<News>({ view: 0, comments: 0, medbestemmelse: 0, proposals: 0 })
let answers: Outcome<CommentsView>[] = []
const asked: (number | null)[] = []
const read: Readonly<Record<string, number>>[] = []
let open: Threads | null = null
const start = (): Threads => {
  open = openThreads({
    news,
    fetch: async since => { asked.push(since); return answers.shift() ?? { ok: true, value: { revision: since ?? 0, threads: [] } } },
    markRead: async threads => { read.push(threads); return { ok: true, value: undefined } },
  })
  return open
}
const tell = (): void => { news.set({ ...news.get(), comments: news.get().comments + 1 }) }
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

beforeEach(() => { vi.useFakeTimers(); answers = []; asked.length = 0; read.length = 0 })
afterEach(() => { open?.close(); vi.useRealTimers() })

describe('the threads of a behovsmelding', () => {
  it('are all asked for at first, then only what has changed, and what has not changed stays the same object', async () => {
    answers = [{ ok: true, value: { revision: 4, threads: [thread('a', 3), thread('b', 4)] } }, { ok: true, value: { revision: 5, threads: [thread('b', 5, [entry('uh'), entry('eier')])] } }]
    const threads = start()
    await settle()
    const [a] = threads.get().threads
    tell()
    await settle()
    expect(asked).toEqual([null, 4])
    expect(threads.get().threads.map(each => each.entries.length)).toEqual([1, 2])
    expect(threads.get().threads[0]).toBe(a)
  })
  it('are asked for once more when news comes while an answer is on its way', async () => {
    const threads = start()
    tell()
    tell()
    await settle()
    expect(asked).toEqual([null, 0])
    expect(threads.get().loaded).toBe(true)
  })
  it('keep what is known when the server cannot be asked, and say so', async () => {
    answers = [{ ok: true, value: { revision: 1, threads: [thread('a', 1)] } }, refused('broken')]
    const threads = start()
    await settle()
    tell()
    await settle()
    expect(threads.get()).toMatchObject({ loaded: true, failure: { code: 'broken' } })
    expect(threads.get().threads).toHaveLength(1)
  })
  it('do not go back to what an older answer says', async () => {
    answers = [{ ok: true, value: { revision: 1, threads: [thread('a', 1)] } }, { ok: true, value: { revision: 1, threads: [thread('a', 1)] } }]
    const threads = start()
    await settle()
    threads.take(thread('a', 2, [entry('uh'), entry('eier')]))
    tell()
    await settle()
    expect(threads.at('a')?.entries).toHaveLength(2)
  })
  it('tell the server once of all one has seen in a row, also of the last before one leaves', async () => {
    answers = [{ ok: true, value: { revision: 2, threads: [thread('a', 1), thread('b', 2, [entry('uh'), entry('uh', 'To')], 1)] } }]
    const threads = start()
    await settle()
    threads.see(['a'])
    threads.see(['b', 'a'])
    expect(threads.get().threads.map(each => unreadIn(each, 'eier'))).toEqual([0, 0])
    threads.close()
    await settle()
    expect(read).toEqual([{ a: 1, b: 2 }])
  })
})

describe('what is new', () => {
  it('is what others have written since one looked; neither one’s own nor what is gone', () => {
    const gone = { ...entry('uh', 'Borte'), text: '', deletedAt: '2026-03-01T11:00:00.000Z' }
    expect(unreadIn(thread('a', 1, [entry('uh'), entry('eier'), gone, entry('uh', 'Ny')], 1), 'eier')).toBe(1)
  })
  it('names somebody when another named them and they have not seen it', () => {
    const named = { ...entry('uh', 'Hei @{eier}'), mentions: ['eier'] }
    expect([thread('a', 1, [named]), thread('a', 1, [named], 1), thread('a', 1, [entry('uh'), { ...named, author: { ...named.author, personId: 'eier' } }])].map(each => namesUnread(each, 'eier'))).toEqual([true, false, false])
    expect(namesUnread(thread('a', 1, [named]), 'leser')).toBe(false)
  })
  it('is counted over all threads when it comes', () => {
    const before = [thread('a', 1), thread('b', 2)]
    const after = [thread('a', 3, [entry('uh'), entry('uh', 'Ny'), entry('eier', 'Min')]), thread('b', 2), thread('c', 4)]
    expect(arrivedBetween(before, after, 'eier')).toHaveLength(2)
  })
})
