import type { Refusal, RefusalCode } from '../base/index.ts'
import type { CommandKind } from './command.ts'
import type { AuditEntry } from './effects.ts'
import { isoTime, roleIn, type Situation } from './situation.ts'

type Facts = NonNullable<AuditEntry['facts']>

/** The audit entry of something done. */
export function doneEntry (situation: Situation, action: CommandKind, now: number, facts?: Facts): AuditEntry {
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

/**
 * The audit entry of a refusal, or null when it was no attempt at something not allowed. `not-found` is one when the
 * behovsmelding exists: somebody without a part in it has its address.
 */
export function refusedEntry (situation: Situation, action: string, refusal: Refusal, now: number): AuditEntry | null {
  if (!attempts.has(refusal.code)) return null
  if (refusal.code === 'not-found' && (situation.behovsmelding === null || situation.person === null)) return null
  return { ...entry(situation, action, now), result: 'refused', facts: { code: refusal.code } }
}
