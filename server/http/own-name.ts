import { isId, refused } from '@samskriv/shared/base'
import type { AuditAttempt, PersonRecord } from '@samskriv/shared/workflow'
import type { RequestHandler } from 'express'
import { auditRefusal } from '../workflow/index.ts'
import type { House } from './house.ts'
import { refuse } from './refuse.ts'

// Where a body can say whose words it brings. No request of ours needs one of them: who writes is taken from the session.
const authorKeys = ['author', 'by', 'personId'] as const

/** Whether a body names somebody else than the one who sends it as its author. Naming nobody (absent, null) or oneself is fine; what is nobody's id is somebody else. */
export function namesAnother (body: unknown, person: Pick<PersonRecord, 'id' | 'name'>): boolean {
  if (typeof body !== 'object' || body === null) return false
  return authorKeys.some(key => {
    const named: unknown = Object.hasOwn(body, key) ? Reflect.get(body, key) : null
    return named !== null && !isSelf(named, person)
  })
}

// An id, or an author as we give one out: { personId, name, role }.
function isSelf (named: unknown, { id, name }: Pick<PersonRecord, 'id' | 'name'>): boolean {
  if (typeof named !== 'object' || named === null) return named === id
  const said = [['personId', id], ['id', id], ['name', name]].filter(([key = '']) => Object.hasOwn(named, key))
  return said.length > 0 && said.every(([key = '', own]) => Reflect.get(named, key) === own)
}

// What a request would do, for the audit log. Behind `/behovsmeldinger/<id>`; one that is not here is entered as a request.
const steps: readonly (readonly [method: string, path: RegExp, action: AuditAttempt])[] = [
  ['POST', /^\/comments$/, 'comment'],
  ['POST', /^\/comments\/[^/]+\/entries$/, 'reply'],
  ['PUT', /^\/comments\/[^/]+\/entries\/[^/]+$/, 'edit-comment'],
  ['DELETE', /^\/comments\/[^/]+\/entries\/[^/]+$/, 'delete-comment'],
  ['POST', /^\/comments\/[^/]+\/resolve$/, 'resolve-thread'],
  ['POST', /^\/comments\/[^/]+\/reopen$/, 'reopen-thread'],
  ['POST', /^\/rounds$/, 'open-round'],
  ['PUT', /^\/rounds\/[^/]+\/deadline$/, 'move-deadline'],
  ['POST', /^\/rounds\/[^/]+\/close$/, 'close-round'],
  ['PUT', /^\/rounds\/[^/]+\/read$/, 'read-version'],
  ['PUT', /^\/rounds\/[^/]+\/draft$/, 'save-draft'],
  ['POST', /^\/rounds\/[^/]+\/stance$/, 'give-stance'],
  ['DELETE', /^\/rounds\/[^/]+\/stance$/, 'withdraw-stance'],
  ['POST', /^\/proposals$/, 'propose'],
  ['POST', /^\/proposals\/[^/]+\/settle$/, 'settle-proposal'],
  ['POST', /^\/versions$/, 'name-version'],
  ['POST', /^\/restore$/, 'restore'],
  ['POST', /^\/lock$/, 'lock'],
  ['POST', /^\/reopen$/, 'reopen'],
  ['POST', /^\/deliver$/, 'deliver'],
  ['POST', /^\/invitations$/, 'invite'],
]

/** What a request to the API is about: the behovsmelding of its address, and the step it would take there. */
export function stepOf (method: string, path: string): { readonly behovsmelding: string | null, readonly action: AuditAttempt } {
  const { id = '', rest = '' } = /^\/behovsmeldinger\/(?<id>[^/]+)(?<rest>\/.*)?$/.exec(path)?.groups ?? {}
  const step = steps.find(([wanted, pattern]) => wanted === method && pattern.test(rest))
  return { behovsmelding: isId(id) ? id : null, action: step?.[2] ?? 'request' }
}

/**
 * Put behind what reads bodies, once for all of them: a body that names another than the one who sends it as its author is refused
 * `foreign-author` and entered in the audit log, whatever else it says, rather than taken in the sender's own name without a word.
 */
export function ownNameOnly (house: House): RequestHandler {
  return async (request, response, next) => {
    const person = house.sessions.personOf(request)
    if (person === null || !namesAnother(request.body, person)) { next(); return }
    const foreign = refused('foreign-author')
    const { behovsmelding, action } = stepOf(request.method, request.path)
    await auditRefusal(house.workflow, { personId: person.id, behovsmelding }, action, foreign.refusal)
    refuse(response, foreign.refusal)
  }
}
