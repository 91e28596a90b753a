import type { CommentsView, NewThread, ThreadView } from '@samskriv/shared/api'
import { at } from './address.ts'
import { request, type Outcome } from './request.ts'

/** What somebody writes in a thread: mentions stand in the text as `@{person id}`. */
export interface Written { readonly text: string, readonly mentions: readonly string[] }

/** The threads of a behovsmelding changed after a revision; null: all of them. */
export const fetchComments = (id: string, since: number | null): Promise<Outcome<CommentsView>> =>
  request('GET', since === null ? at(id, 'comments') : `${at(id, 'comments')}?since=${since}`)
/** Starts a thread. */
export const startThread = (id: string, thread: NewThread): Promise<Outcome<ThreadView>> => request('POST', at(id, 'comments'), { json: thread })
/** Answers in a thread. */
export const addEntry = (id: string, thread: string, written: Written): Promise<Outcome<ThreadView>> =>
  request('POST', at(id, 'comments', thread, 'entries'), { json: written })
/** Changes what one has written. */
export const changeEntry = (id: string, thread: string, entry: string, written: Written): Promise<Outcome<ThreadView>> =>
  request('PUT', at(id, 'comments', thread, 'entries', entry), { json: written })
/** Takes away what one has written; its place stays. `leaving`: the page is being left, and it goes all the same. */
export const deleteEntry = (id: string, thread: string, entry: string, leaving = false): Promise<Outcome<ThreadView>> =>
  request('DELETE', at(id, 'comments', thread, 'entries', entry), { keepalive: leaving })
/** Settles a thread, with a word why. */
export const resolveThread = (id: string, thread: string, why: string): Promise<Outcome<ThreadView>> =>
  request('POST', at(id, 'comments', thread, 'resolve'), { json: { why } })
/** Opens a settled thread again. */
export const reopenThread = (id: string, thread: string): Promise<Outcome<ThreadView>> => request('POST', at(id, 'comments', thread, 'reopen'))
/** Tells how many entries of each thread one has seen. */
export const markSeen = (id: string, threads: Readonly<Record<string, number>>): Promise<Outcome<undefined>> =>
  request('POST', at(id, 'comments', 'read'), { json: { threads } })
