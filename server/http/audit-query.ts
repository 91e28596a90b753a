import { refused, taken, type Result } from '@samskriv/shared/base'
import type { Request } from 'express'
import type { AuditWanted } from '../audit/index.ts'

/** Entries on one page, unless another number is asked for, and at most. */
const pageOf = { usual: 50, most: 200 }

/** What of the audit log is asked for in an address. `from` null: from the newest. */
export interface AuditAsked { readonly wanted: Omit<AuditWanted, 'behovsmelding'>, readonly from: number | null, readonly most: number }

const numberUpTo = (most: number) => (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) && Number(text) <= most ? Number(text) : null)
const matching = (shape: RegExp) => (text: string): string | null => (shape.test(text) ? text : null)
const yes = (text: string): true | null => (text === '1' ? true : null)

// A day, or a moment in UTC.
function timeOf (text: string): number | null {
  const time = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isFinite(time) ? time : null
}

/** Reads the query of a request for the audit log. Refuses `invalid`, naming the field. */
export function readAuditQuery (request: Request): Result<AuditAsked> {
  const wrong: string[] = []
  function read<T> (name: string, reader: (text: string) => T | null): T | null {
    const text: unknown = request.query[name] ?? ''
    if (text === '') return null
    const value = typeof text === 'string' ? reader(text) : null
    if (value === null) wrong.push(name)
    return value
  }
  const asked: AuditAsked = {
    wanted: {
      person: read('person', matching(/^[0-9a-z]{4,40}$/)),
      action: read('action', matching(/^[a-z-]{1,40}$/)),
      refusedOnly: read('refused', yes) ?? false,
      since: read('since', timeOf),
      until: read('until', timeOf),
    },
    from: read('from', numberUpTo(Number.MAX_SAFE_INTEGER)),
    most: read('most', numberUpTo(pageOf.most)) ?? pageOf.usual,
  }
  const [field] = wrong
  return field === undefined ? taken(asked) : refused('invalid', { field })
}
