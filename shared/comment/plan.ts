import type { CommentEntry, ThreadResolution } from '../api/comment.ts'
import { refused, taken, type Refusal, type Result } from '../base/index.ts'
import { allowedTo, doneEntry, isoTime, threadId, type Effects, type Participant, type Situation, type ThreadRecord } from '../workflow/index.ts'
import { commentBounds, type CommentCommand, type DeleteEntry, type EditEntry, type Reply, type ResolveThread, type StartThread } from './command.ts'
import { mentionsIn, wordsOf } from './text.ts'

/** The discussion a command is judged on. `threads`: every one of the behovsmelding. `round`: the open one. */
export interface Discussion { readonly threads: readonly ThreadRecord[], readonly round: number | null }

/** What a step in a discussion does, and the thread as it is afterwards. */
export interface CommentEffects extends Effects { readonly thread: ThreadRecord }

type Changed = Omit<ThreadRecord, 'revision'>

/**
 * A step in the discussion beside a text, or why not. Refuses as `allowedTo` (who may comment in which state), `not-found` (no such
 * thread or entry here), `not-allowed` (another's words), `invalid` (text, why or mentions), `reason-needed` (settled without a word
 * why), `too-large` (bounds), `changed-meanwhile` (settled, opened or deleted by somebody first).
 */
export function planComment (situation: Situation, discussion: Discussion, command: CommentCommand, now: number): Result<CommentEffects> {
  const actor = allowedTo(situation, 'comment')
  if (!actor.ok) return actor
  const changed = change(actor.value, situation, discussion, command, now)
  if (!changed.ok) return changed
  const thread: ThreadRecord = { ...changed.value, revision: nextRevision(discussion.threads) }
  return taken({
    thread,
    changes: [{ table: 'threads', put: thread }],
    audit: [doneEntry(situation, command.kind, now, { thread: thread.thread, ...('entry' in command ? { entry: command.entry } : {}) })],
  })
}

/** Why a step would be refused, or null when it would be done: for a button that is grey and says why. */
export function whyNotComment (situation: Situation, discussion: Discussion, command: CommentCommand, now: number): Refusal | null {
  const planned = planComment(situation, discussion, command, now)
  return planned.ok ? null : planned.refusal
}

/** The revision the next change gets: one more than any has. */
export function nextRevision (threads: readonly ThreadRecord[]): number {
  let last = 0
  for (const { revision } of threads) last = Math.max(last, revision)
  return last + 1
}

function change (actor: Participant, situation: Situation, discussion: Discussion, command: CommentCommand, now: number): Result<Changed> {
  if (command.kind === 'comment') return start(actor, situation, discussion, command, now)
  const thread = discussion.threads.find(each => each.thread === command.thread)
  if (thread === undefined) return refused('not-found')
  switch (command.kind) {
    case 'reply': return reply(actor, situation, thread, command, now)
    case 'edit-comment': return edit(actor, situation, thread, command, now)
    case 'delete-comment': return remove(actor, thread, command, now)
    case 'resolve-thread': return resolve(actor, thread, command, now)
    case 'reopen-thread': return thread.resolution === null ? refused('changed-meanwhile') : taken(reopened(thread, thread.resolution))
  }
}

function entryOf (actor: Participant, situation: Situation, command: StartThread | Reply, now: number): Result<CommentEntry> {
  const text = wordsOf(command.text, 'text', commentBounds.text)
  if (!text.ok) return text
  const mentions = mentionsIn(text.value, command.mentions, situation.members)
  return mentions.ok ? taken({ id: command.entry, author: authorOf(actor), text: text.value, mentions: mentions.value, at: isoTime(now) }) : mentions
}

function authorOf ({ person, role }: Participant): CommentEntry['author'] {
  return { personId: person.id, name: person.name, role }
}

function start (actor: Participant, situation: Situation, { threads, round }: Discussion, command: StartThread, now: number): Result<Changed> {
  if (threads.length >= commentBounds.threads) return refused('too-large', { most: commentBounds.threads })
  const entry = entryOf(actor, situation, command, now)
  if (!entry.ok) return entry
  const { id, epoch } = actor.behovsmelding
  return taken({
    id: threadId(id, command.thread), behovsmelding: id, thread: command.thread, place: command.place, epoch, round,
    entries: [entry.value], resolution: null, earlier: [],
  })
}

function reply (actor: Participant, situation: Situation, thread: ThreadRecord, command: Reply, now: number): Result<Changed> {
  if (thread.entries.length >= commentBounds.entries) return refused('too-large', { most: commentBounds.entries })
  const entry = entryOf(actor, situation, command, now)
  return entry.ok ? taken({ ...thread, entries: [...thread.entries, entry.value] }) : entry
}

// One's own entry, not deleted yet.
function ownEntry (actor: Participant, thread: ThreadRecord, id: string): Result<CommentEntry> {
  const entry = thread.entries.find(each => each.id === id)
  if (entry === undefined) return refused('not-found')
  if (entry.author.personId !== actor.person.id) return refused('not-allowed')
  return entry.deletedAt === undefined ? taken(entry) : refused('changed-meanwhile')
}

function withEntry (thread: ThreadRecord, entry: CommentEntry): Changed {
  return { ...thread, entries: thread.entries.map(each => each.id === entry.id ? entry : each) }
}

function edit (actor: Participant, situation: Situation, thread: ThreadRecord, command: EditEntry, now: number): Result<Changed> {
  const own = ownEntry(actor, thread, command.entry)
  if (!own.ok) return own
  const text = wordsOf(command.text, 'text', commentBounds.text)
  if (!text.ok) return text
  const mentions = mentionsIn(text.value, command.mentions, situation.members)
  return mentions.ok ? taken(withEntry(thread, { ...own.value, text: text.value, mentions: mentions.value, editedAt: isoTime(now) })) : mentions
}

function remove (actor: Participant, thread: ThreadRecord, command: DeleteEntry, now: number): Result<Changed> {
  const own = ownEntry(actor, thread, command.entry)
  return own.ok ? taken(withEntry(thread, { ...own.value, text: '', mentions: [], deletedAt: isoTime(now) })) : own
}

function resolve (actor: Participant, thread: ThreadRecord, command: ResolveThread, now: number): Result<Changed> {
  if (thread.resolution !== null) return refused('changed-meanwhile')
  if (thread.earlier.length >= commentBounds.resolutions) return refused('too-large', { most: commentBounds.resolutions })
  if (command.why.trim() === '') return refused('reason-needed')
  const why = wordsOf(command.why, 'why', commentBounds.why)
  return why.ok ? taken({ ...thread, resolution: { by: authorOf(actor), at: isoTime(now), why: why.value } }) : why
}

function reopened (thread: ThreadRecord, resolution: ThreadResolution): Changed {
  return { ...thread, resolution: null, earlier: [...thread.earlier, resolution] }
}
