import type { Action } from '../access/index.ts'
import type { Refusal, RefusalCode } from '../base/index.ts'
import type { CommandKind } from './command.ts'
import type { CommentStep } from './comment-record.ts'
import type { AuditEntry } from './effects.ts'
import { isoTime, roleIn, type Situation } from './situation.ts'

/** What an audit entry says beside who, what and when. */
export type AuditFacts = NonNullable<AuditEntry['facts']>

/** Steps that are entered in the audit log when they are done: every command, and what is done past the road of a behovsmelding. */
export type AuditStep = CommandKind | CommentStep | 'invite-administrator' | 'give-sign-in-link' | 'change-name' | 'add-image' | 'make-signing-key'

/** What an attempt that was refused may have been at: a step, an action of the table of rights, or a door. */
export type AuditAttempt = CommandKind | CommentStep | Action | 'request' | 'list-people' | 'open-socket'

/** The audit entry of something done. */
export function doneEntry (situation: Situation, action: AuditStep, now: number, facts?: AuditFacts): AuditEntry {
  return { ...entry(situation, action, now), result: 'done', ...(facts === undefined ? {} : { facts }) }
}

function entry (situation: Situation, action: string, now: number): Omit<AuditEntry, 'result'> {
  return {
    at: isoTime(now),
    personId: situation.person?.id ?? null,
    role: roleIn(situation),
    behovsmelding: situation.behovsmelding?.id ?? null,
    action,
  }
}

// Attempts at something not allowed. The others are slips (a missing reason, a form with errors) or races (two at once).
const attempts: ReadonlySet<RefusalCode> = new Set(['not-allowed', 'not-found', 'foreign-origin', 'foreign-author', 'link-unknown', 'link-used', 'link-expired'])

// A write over the live line is sent by a program that was told how it stands: one that writes all the same is an attempt.
const writeAttempts: ReadonlySet<RefusalCode> = new Set(['not-allowed', 'wrong-state', 'only-suggest', 'old-epoch', 'foreign-author'])

/** Whether a refused live write is an attempt at something not allowed, rather than noise or a document that is full. */
export function isWriteAttempt (code: RefusalCode): boolean {
  return writeAttempts.has(code)
}

/**
 * The audit entry of a refusal, or null when it was no attempt at something not allowed. `not-found` is one when the
 * behovsmelding exists: somebody without a part in it has its address.
 */
export function refusedEntry (situation: Situation, action: AuditAttempt, refusal: Refusal, now: number): AuditEntry | null {
  if (!attempts.has(refusal.code)) return null
  if (refusal.code === 'not-found' && (situation.behovsmelding === null || situation.person === null)) return null
  return { ...entry(situation, action, now), result: 'refused', facts: { code: refusal.code } }
}

/** The audit entry of live writes of one person that were refused for one reason. `count`: how many frames. */
export function refusedWritesEntry (situation: Situation, code: RefusalCode, count: number, now: number): AuditEntry {
  return { ...entry(situation, 'write', now), result: 'refused', facts: { code, count } }
}
