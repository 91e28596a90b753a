import { isId, isLanguage, languages, refused, taken, type Result } from '@samskriv/shared/base'
import { roles } from '@samskriv/shared/access'
import { commentBounds } from '@samskriv/shared/comment'
import { longestInDelivery } from '@samskriv/shared/delivery'
import { longest } from '@samskriv/shared/workflow'
import type { Request } from 'express'
import * as v from 'valibot'

/** Texts are bounded well above what is taken, so that the plan can say how long they may be. */
export const text = (most: number): ReturnType<typeof boundedText> => boundedText(most * 4)
function boundedText (most: number): v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]> {
  return v.pipe(v.string(), v.maxLength(most))
}
const token = boundedText(200)
const language = v.picklist(languages)
const templateId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/))

const id = v.pipe(v.string(), v.check(isId))
// Ids are at most 40 letters; a few more people than may be named, so that the plan can say how many.
const mentions = v.optional(v.pipe(v.array(boundedText(40)), v.maxLength(commentBounds.mentions * 4)), [])
const key = boundedText(400)
const place = v.variant('kind', [
  v.object({ kind: v.literal('whole') }),
  v.object({ kind: v.literal('section'), section: boundedText(100) }),
  v.object({ kind: v.literal('field'), key }),
  v.object({ kind: v.literal('text'), key, quote: text(commentBounds.quote), before: text(commentBounds.context), after: text(commentBounds.context) }),
])
const entry = { text: text(commentBounds.text), mentions }

/** What bodies look like, by request. Unknown keys are left out. */
export const bodies = {
  me: v.object({ name: v.optional(text(longest.name)), language: v.optional(language) }),
  link: v.object({ token }),
  signIn: v.object({ token, name: v.optional(text(longest.name)), language: v.optional(language) }),
  linkUse: v.object({ name: v.optional(text(longest.name)), language: v.optional(language) }),
  start: v.object({ title: text(longest.title), template: templateId }),
  invitation: v.object({ role: v.picklist(roles), note: v.optional(text(longest.note)) }),
  starter: v.object({ note: v.optional(text(longest.note)) }),
  lock: v.object({ reason: v.optional(text(longest.reason)) }),
  reopen: v.object({ reason: text(longest.reason) }),
  deliver: v.object({
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    on: boundedText(30), to: text(longestInDelivery.to), reference: v.optional(text(longestInDelivery.reference), ''), language: v.optional(language, 'nb'),
  }),
  check: v.object({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  version: v.variant('kind', [v.object({ kind: v.literal('named'), name: text(longest.versionName) }), v.object({ kind: v.literal('before-intake') })]),
  restore: v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  thread: v.object({ place, start: v.optional(v.unknown()), end: v.optional(v.unknown()), ...entry }),
  entry: v.object(entry),
  settle: v.object({ why: text(commentBounds.why) }),
  seen: v.object({ threads: v.record(id, v.pipe(v.number(), v.integer(), v.minValue(0))) }),
} as const

/** A body checked against its shape. Refuses `invalid`, naming the field. A request without a body counts as `{}`. */
export function readBody<T> (request: Request, shape: v.GenericSchema<unknown, T>): Result<T> {
  const body: unknown = request.body ?? {}
  const read = v.safeParse(shape, body)
  if (read.success) return taken(read.output)
  const field = v.getDotPath(read.issues[0])
  return refused('invalid', field === null ? undefined : { field })
}

/** An id out of the address. Refuses `not-found`: what has not the shape of an id names nothing. */
export function readId (request: Request, name: string): Result<string> {
  const value = request.params[name]
  return typeof value === 'string' && isId(value) ? taken(value) : refused('not-found')
}

/** A whole number asked for with `?name=`; 0 unless there is one. Refuses `invalid`. */
export function readCount (request: Request, name: string): Result<number> {
  const value = request.query[name] ?? '0'
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? taken(Number(value)) : refused('invalid', { field: name })
}

/** The language asked for with `?language=`; bokmål unless another one is named. Refuses `invalid`. */
export function readLanguage (request: Request): Result<(typeof languages)[number]> {
  const wanted = request.query.language ?? 'nb'
  return isLanguage(wanted) ? taken(wanted) : refused('invalid', { field: 'language' })
}
