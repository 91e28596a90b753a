import { taken, type Result } from '../base/index.ts'
import { participantIn, seenId, type Effects, type SeenRecord, type Situation, type ThreadRecord } from '../workflow/index.ts'

/** What a person says they have seen: how many entries, by thread. */
export type SeenNow = Readonly<Record<string, number>>

/**
 * Notes what a person has seen. What was seen stays seen; threads that are not here are passed over. No step: it is entered in no log.
 * Refuses as `participantIn`.
 */
export function planSeen (situation: Situation, threads: readonly ThreadRecord[], before: SeenRecord | undefined, now: SeenNow): Result<Effects> {
  const actor = participantIn(situation)
  if (!actor.ok) return actor
  const { person, behovsmelding } = actor.value
  const seen: Record<string, number> = {}
  for (const { thread, entries } of threads) {
    const count = Math.max(before?.threads[thread] ?? 0, Math.min(Object.hasOwn(now, thread) ? now[thread] ?? 0 : 0, entries.length))
    if (count > 0) seen[thread] = count
  }
  const isNew = Object.entries(seen).some(([thread, count]) => before?.threads[thread] !== count)
  const record: SeenRecord = { id: seenId(behovsmelding.id, person.id), behovsmelding: behovsmelding.id, personId: person.id, threads: seen }
  return taken({ changes: isNew ? [{ table: 'seen', put: record }] : [], audit: [] })
}
