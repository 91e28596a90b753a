import type { AuditEntry, JournalEntry, PersonRecord } from '../port/index.ts'

/** Text as UTF-8 bytes of its own. */
export function text (text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A journal entry whose bytes say where it belongs, so that a misplaced one is seen. */
export function entry (room: string, position: number): JournalEntry {
  return { room, position, bytes: text(`${room} at ${position}`) }
}

/** A person made up for a test. */
export function person (id: string): PersonRecord {
  return { id, name: `Person ${id}`, language: 'nb', admin: false, mayStart: true, createdAt: '2026-01-01T00:00:00.000Z' }
}

/** An audit entry made up for a test. */
export function audited (action: string): AuditEntry {
  return { at: '2026-01-01T00:00:00.000Z', personId: null, role: null, behovsmelding: null, action, result: 'done' }
}

/** Everything an async iterable gives. */
export async function allOf<T> (values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

/** A seed for a row of random numbers: from the environment (`SEED`) to repeat a run, else a new one. Tests say it when they fail. */
export function randomSeed (): number {
  return Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32))
}
