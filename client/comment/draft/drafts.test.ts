// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest'
import { draftId, openDrafts, type Aim, type Draft } from './drafts.ts'
import { forgetDrafts, unsentDrafts } from '../../medbestemmelse/kept-here.ts'

const aim: Aim = { kind: 'reply', thread: 't1' }
const draft = (text: string): Draft => ({ id: 'reply.t1', aim, text, people: [{ id: 'p1', name: 'Tor' }] })

beforeEach(() => { localStorage.clear() })

it('keeps what is begun over a reload, for that person and behovsmelding alone', () => {
  const drafts = openDrafts('eier', 'bm1')
  drafts.write(draft('Hei @Tor'))
  window.dispatchEvent(new Event('pagehide'))
  expect(openDrafts('eier', 'bm1').at('reply.t1')).toEqual(draft('Hei @Tor'))
  expect(openDrafts('uh', 'bm1').get()).toEqual([])
  expect(openDrafts('eier', 'bm2').get()).toEqual([])
})

it('forgets what is sent, and what was emptied', () => {
  const drafts = openDrafts('eier', 'bm1')
  drafts.write(draft('Hei'))
  drafts.write({ ...draft('Nei'), id: draftId({ kind: 'resolve', thread: 't1' }) })
  drafts.drop('reply.t1')
  drafts.write({ ...draft('  '), id: 'resolve.t1' })
  drafts.close()
  expect(openDrafts('eier', 'bm1').get()).toEqual([])
})

it('tells of what comes, goes and gets its first word, not of each letter', () => {
  const told = vi.fn()
  const drafts = openDrafts('eier', 'bm1')
  drafts.watch(told)
  drafts.write(draft(''))
  drafts.write(draft('H'))
  expect(told).toHaveBeenCalledTimes(2)
  drafts.write(draft('He'))
  drafts.write(draft('Hei'))
  expect(told).toHaveBeenCalledTimes(2)
  expect(drafts.at('reply.t1')?.text).toBe('Hei')
  drafts.drop('reply.t1')
  expect(told).toHaveBeenCalledTimes(3)
})

it('is counted before somebody signs out, and gone afterwards', () => {
  const drafts = openDrafts('eier', 'bm1')
  drafts.write(draft('Hei'))
  drafts.close()
  expect(unsentDrafts('eier')).toEqual(['bm1'])
  expect(unsentDrafts('uh')).toEqual([])
  forgetDrafts()
  expect(unsentDrafts('eier')).toEqual([])
})

it('opens with nothing where storage holds something else', () => {
  localStorage.setItem('samskriv.draft.eier.bm1.comment.x', '{"id":1}')
  localStorage.setItem('samskriv.draft.eier.bm1.comment.y', 'nei')
  expect(openDrafts('eier', 'bm1').get()).toEqual([])
})
