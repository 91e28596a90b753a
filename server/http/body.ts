import { isId, isLanguage, languages, refused, taken, type Result } from '@samskriv/shared/base'
import { roles } from '@samskriv/shared/access'
import { longest } from '@samskriv/shared/workflow'
import type { Request } from 'express'
import * as v from 'valibot'

// Texts are bounded well above what is taken, so that the plan can say how long they may be.
const text = (most: number): ReturnType<typeof boundedText> => boundedText(most * 4)
function boundedText (most: number): v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.MaxLengthAction<string, number, undefined>]> {
  return v.pipe(v.string(), v.maxLength(most))
}
const token = boundedText(200)
const language = v.picklist(languages)
const templateId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/))

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
  version: v.variant('kind', [v.object({ kind: v.literal('named'), name: text(longest.versionName) }), v.object({ kind: v.literal('before-intake') })]),
  restore: v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
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

/** The language asked for with `?language=`; bokmål unless another one is named. Refuses `invalid`. */
export function readLanguage (request: Request): Result<(typeof languages)[number]> {
  const wanted = request.query.language ?? 'nb'
  return isLanguage(wanted) ? taken(wanted) : refused('invalid', { field: 'language' })
}
