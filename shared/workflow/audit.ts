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

// Which refusals are entered, each code decided on. Steps that rights, state, another's word or another's step stood against are; the loser of
// an honest race too: it happened. Left out is how something was asked (a missing reason, too much, too fast), what is our own fault, and nobody's.
const entered: Readonly<Record<RefusalCode, boolean>> = {
  'not-allowed': true, 'wrong-state': true, 'not-found': true, 'old-epoch': true, 'only-suggest': true, 'foreign-author': true, 'foreign-origin': true,
  'other-version': true, 'round-open': true, 'round-closed': true, 'changed-meanwhile': true, 'last-eier': true, 'lock-has-errors': true,
  'link-unknown': true, 'link-used': true, 'link-expired': true,
  'invalid': false, 'junk': false, 'unsupported-type': false, 'reason-needed': false,
  'too-large': false, 'document-full': false, 'images-full': false, 'too-fast': false,
  'not-signed-in': false, 'old-schema': false, 'storage-failed': false, 'broken': false, 'shutting-down': false,
}

/** Whether a refused step is entered in the audit log: see `entered`. */
export function isEntered (code: RefusalCode): boolean {
  return entered[code]
}

// A write over the live line is sent by a program that was told how it stands: one that writes all the same is an attempt.
const writeAttempts: ReadonlySet<RefusalCode> = new Set(['not-allowed', 'wrong-state', 'only-suggest', 'old-epoch', 'foreign-author'])

/** Whether a refused live write is an attempt at something not allowed, rather than noise or a document that is full. */
export function isWriteAttempt (code: RefusalCode): boolean {
  return writeAttempts.has(code)
}

/**
 * The audit entry of a refused step, or null when it is not entered (`isEntered`). `not-found` is when the behovsmelding exists:
 * somebody without a part in it has its address, or somebody with one asked for what is not there.
 */
export function refusedEntry (situation: Situation, action: AuditAttempt, refusal: Refusal, now: number): AuditEntry | null {
  if (!isEntered(refusal.code)) return null
  if (refusal.code === 'not-found' && (situation.behovsmelding === null || situation.person === null)) return null
  return { ...entry(situation, action, now), result: 'refused', facts: { code: refusal.code } }
}

/** The audit entry of live writes of one person that were refused for one reason. `count`: how many frames. */
export function refusedWritesEntry (situation: Situation, code: RefusalCode, count: number, now: number): AuditEntry {
  return { ...entry(situation, 'write', now), result: 'refused', facts: { code, count } }
}
