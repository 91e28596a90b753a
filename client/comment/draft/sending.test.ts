// @vitest-environment jsdom
import type { ThreadView } from '@samskriv/shared/api'
import { refused } from '@samskriv/shared/base'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Outcome, Written } from '../../api/index.ts'
import type { SaveStatus } from '../../live/session.ts'
import { watchable } from '../../live/watchable.ts'
import { openDrafts, type Aim, type Drafts } from './drafts.ts'
import { openSending, type Sending } from './sending.ts'

const place = { kind: 'text', key: 'bakgrunn', quote: 'ord', before: '', after: '' } as const
const aboutWords: Aim = { kind: 'start', place, start: {}, end: {} }
const made = (text: string): ThreadView => ({
  id: 't1', place, epoch: 1, round: null, revision: 1, resolution: null, seen: 1,
  entries: [{ id: 'e1', author: { personId: 'eier', name: 'Eier', role: 'eier' }, text, mentions: [], at: '2026-03-01T10:00:00.000Z' }],
})

const status = watchable<SaveStatus>({ state: 'saved', changes: 0, kept: true, connection: 'connected' })
let drafts: Drafts
let sending: Sending
let asked: Written[] = []
let answer: () => Outcome<ThreadView>
let onServer: ThreadView[] = []
let taken: ThreadView[] = []

beforeEach(() => {
  localStorage.clear()
  asked = []
  taken = []
  onServer = []
  status.set({ state: 'saved', changes: 0, kept: true, connection: 'connected' })
  answer = () => ({ ok: true, value: made(asked.at(-1)?.text ?? '') })
  const ask = async (written: Written): Promise<Outcome<ThreadView>> => { asked.push(written); return answer() }
  drafts = openDrafts('eier', 'bm1')
  sending = openSending({
    drafts, status, personId: 'eier',
    calls: { start: (_aim, written) => ask(written), reply: (_thread, written) => ask(written), change: (_thread, _entry, written) => ask(written), resolve: (_thread, why) => ask({ text: why, mentions: [] }) },
    threads: { get: () => ({ threads: onServer, loaded: true, failure: null }), take: thread => { taken.push(thread) }, again: async () => undefined },
  })
  drafts.write({ id: 'd', aim: aboutWords, text: 'Hei @Tor', people: [{ id: 'p1', name: 'Tor' }] })
})

describe('a comment that is sent', () => {
  it('goes with its mentions, and is dropped here once the server has it', async () => {
    expect(await sending.send('d')).toMatchObject({ id: 't1' })
    expect(asked).toEqual([{ text: 'Hei @{p1}', mentions: ['p1'] }])
    expect(taken).toHaveLength(1)
    expect(drafts.at('d')).toBeUndefined()
    expect(sending.at('d')).toEqual({ kind: 'writing' })
  })
  it('waits until the words it is about are saved, and then goes by itself', async () => {
    status.set({ ...status.get(), state: 'waiting', changes: 1 })
    const sent = sending.send('d')
    expect(sending.at('d').kind).toBe('waiting')
    expect(asked).toEqual([])
    status.set({ ...status.get(), state: 'saved', changes: 0 })
    expect(await sent).not.toBeNull()
    expect(asked).toHaveLength(1)
  })
  it('can be held while it waits, and is then still being written', async () => {
    status.set({ ...status.get(), state: 'waiting', changes: 1 })
    const sent = sending.send('d')
    sending.hold('d')
    expect(await sent).toBeNull()
    status.set({ ...status.get(), state: 'saved', changes: 0 })
    expect(asked).toEqual([])
    expect(drafts.at('d')?.text).toBe('Hei @Tor')
  })
  it('stays, with the reason, when it is refused, and can be sent again', async () => {
    answer = () => refused('changed-meanwhile')
    expect(await sending.send('d')).toBeNull()
    expect(sending.at('d')).toEqual({ kind: 'failed', failure: { code: 'changed-meanwhile' } })
    expect(drafts.at('d')?.text).toBe('Hei @Tor')
    answer = () => ({ ok: true, value: made('x') })
    expect(await sending.send('d')).not.toBeNull()
  })
  it('is not sent twice when only the answer was lost', async () => {
    answer = () => ({ ok: false, refusal: { code: 'unreachable' } })
    expect(await sending.send('d')).toBeNull()
    onServer = [made('Hei @{p1}')]
    expect(await sending.send('d')).toMatchObject({ id: 't1' })
    expect(asked).toHaveLength(1)
    expect(drafts.at('d')).toBeUndefined()
  })
  it('goes once, however often one presses', async () => {
    await Promise.all([sending.send('d'), sending.send('d')])
    expect(asked).toHaveLength(1)
  })
})
