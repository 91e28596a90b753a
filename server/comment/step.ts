import { refused, taken, type Result } from '@samskriv/shared/base'
import { planComment, type CommentCommand, type CommentEffects, type Discussion } from '@samskriv/shared/comment'
import { openRound, type Situation, type ThreadRecord } from '@samskriv/shared/workflow'
import { carryOut, roundsOf, type About } from '../workflow/index.ts'
import { threadsOf, type CommentParts } from './parts.ts'

/** The discussion a command is judged on, as the records have it at this moment. */
export function discussionOf (parts: CommentParts, behovsmelding: string): Discussion {
  const { store } = parts.workflow
  return { threads: threadsOf(store, behovsmelding), round: openRound(roundsOf(store, behovsmelding))?.number ?? null }
}

/** A plan of a step at this moment. */
export function planStep (parts: CommentParts, situation: Situation, command: CommentCommand, now: number): Result<CommentEffects> {
  return planComment(situation, discussionOf(parts, situation.behovsmelding?.id ?? ''), command, now)
}

/** Whether somebody goes on faster than a person can. Refuses `too-fast`. */
export function keepsPace (parts: CommentParts, personId: string | null): Result<null> {
  const now = parts.workflow.now()
  if (parts.pace.isOver(personId ?? '', now)) return refused('too-fast')
  parts.pace.count(personId ?? '', now)
  return taken(null)
}

/** Takes a step in a thread that is there. Gives the thread as it is afterwards. Refuses as `planComment`, and `too-fast`. Rejects with StorageError. */
export async function takeStep (parts: CommentParts, about: About, command: Exclude<CommentCommand, { kind: 'comment' }>): Promise<Result<ThreadRecord>> {
  const pace = keepsPace(parts, about.personId)
  if (!pace.ok) return pace
  return await commitStep(parts, about, command)
}

/** Commits a step: the thread and its audit entry in one write. */
export async function commitStep (parts: CommentParts, about: About, command: CommentCommand): Promise<Result<ThreadRecord>> {
  const done = await carryOut(parts.workflow, { about, action: command.kind, plan: (situation, now) => planStep(parts, situation, command, now) })
  return done.ok ? taken(done.value.thread) : done
}
