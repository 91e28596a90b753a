import type { Role, State } from '../../access/index.ts'
import type { CommentEntry } from '../../api/comment.ts'
import type { Refusal } from '../../base/index.ts'
import { emptySituation, isoTime, type Situation, type ThreadRecord } from '../../workflow/index.ts'
import type { Quoted, Range } from '../index.ts'
import type { CommentCommand, Discussion } from '../index.ts'
import cases from './cases.json' with { type: 'json' }

/** The moment all cases happen at. */
export const caseTime = Date.UTC(2026, 0, 15, 12)

/** What a thread is afterwards, as far as a case says. `made`: the texts of a new one. */
export interface Becomes {
  readonly texts?: readonly string[]
  readonly made?: readonly string[]
  readonly mentions?: readonly string[]
  readonly edited?: readonly string[]
  readonly deleted?: readonly string[]
  readonly resolved?: boolean
  readonly why?: string
  readonly earlier?: readonly string[]
}

/** One case of a step in a discussion: who asks for what, and what comes of it. */
export interface CommentCase {
  readonly says: string
  readonly situation: Situation
  readonly discussion: Discussion
  readonly command: CommentCommand
  readonly refusal: Refusal | null
  readonly becomes: Becomes | null
}

type Row = (typeof cases.plans)[number]

const before = isoTime(caseTime - 1000)
const author = (role: Role): CommentEntry['author'] => ({ personId: role, name: role, role })
const entry = (id: string, role: Role, text: string): CommentEntry => ({ id, author: author(role), text, mentions: [], at: before, ...(text === '' ? { deletedAt: before } : {}) })

const thread = (id: string, revision: number, entries: readonly CommentEntry[], resolution: ThreadRecord['resolution']): ThreadRecord => ({
  id: `b/${id}`, behovsmelding: 'b', thread: id, place: { kind: 'whole' }, epoch: 1, round: null, revision, entries, resolution, earlier: [],
})

/** An open thread of three entries, the last of them deleted; and one that is settled. */
export const caseThreads: readonly ThreadRecord[] = [
  thread('t1', 3, [entry('e1', 'eier', 'Åpning'), entry('e2', 'uh', 'Svar'), entry('e3', 'uh', '')], null),
  thread('t2', 2, [entry('e9', 'eier', 'Gammelt')], { by: author('eier'), at: before, why: 'Ferdig' }),
]

/** Somebody in a behovsmelding with one person in each role. `as` null: somebody without a part; `nobody`: not signed in. */
export function situationAs (as: string | null, state: State): Situation {
  const roles: readonly Role[] = ['eier', 'uh', 'tillitsvalgt', 'leser']
  const id = as ?? 'utenfor'
  return {
    ...emptySituation,
    person: as === 'nobody' ? null : { id, name: id, language: 'nb', admin: false, mayStart: false, createdAt: before },
    behovsmelding: { id: 'b', title: 'Nordvik', template: { id: 't', version: 1 }, state, epoch: 1, createdBy: 'eier', createdAt: before, changedAt: before },
    members: roles.map((role, color) => ({ id: `b/${role}`, behovsmelding: 'b', personId: role, role, color, since: before })),
  }
}

function commandOf ({ command }: Row): CommentCommand {
  const mentions = 'mentions' in command ? command.mentions : []
  return { thread: 'ny', entry: 'nytt', place: { kind: 'whole' }, mentions, ...command } as CommentCommand
}

/** Every case of a plan, for the server's tests and for the page's. */
export const commentCases: readonly CommentCase[] = cases.plans.map(row => ({
  says: row.says,
  situation: situationAs(row.as, row.state as State),
  discussion: { threads: caseThreads, round: null },
  command: commandOf(row),
  refusal: ('refusal' in row ? row.refusal ?? null : null) as Refusal | null,
  becomes: ('becomes' in row ? row.becomes ?? null : null) as Becomes | null,
}))

/** Where a quote is found in a line; null: it is not, or not surely. */
export interface QuoteCase extends Quoted { readonly says: string, readonly words: string, readonly found: Range | null }

/** Every case of finding a quote. */
export const quoteCases: readonly QuoteCase[] = cases.quotes.map(row => ({ ...row, found: row.found === null ? null : { from: row.found[0] ?? 0, to: row.found[1] ?? 0 } }))
