import { bases, stances } from '@samskriv/shared/api'
import { longest, longestInRound, mostAttendants } from '@samskriv/shared/workflow'
import * as v from 'valibot'
import { text } from './body.ts'

const day = v.pipe(v.string(), v.maxLength(20))
const attendant = v.object({ name: text(longest.name), function: text(longestInRound.function), party: v.picklist(['eier', 'uh', 'arbeidstaker']), union: text(longestInRound.union) })
const basisList = v.pipe(v.array(v.picklist(bases)), v.maxLength(10))
// Read where it is known what rich text is (`readStatement`).
const richText = v.optional(v.unknown())

/** What bodies about rounds look like, by request. Unknown keys are left out. */
export const roundBodies = {
  open: v.object({ deadline: day, note: v.optional(text(longest.reason)) }),
  deadline: v.object({ deadline: day }),
  close: v.object({
    heldAt: day, place: text(longestInRound.place), attendants: v.pipe(v.array(attendant), v.maxLength(mostAttendants * 4)),
    bases: basisList, basisOf: v.exactOptional(v.object({ eier: v.exactOptional(basisList), uh: v.exactOptional(basisList), arbeidstaker: v.exactOptional(basisList) })),
    views: v.exactOptional(v.object({ eier: v.exactOptional(text(longestInRound.view)), uh: v.exactOptional(text(longestInRound.view)) })), agreed: text(longestInRound.agreed), notAgreed: text(longestInRound.agreed),
  }),
  read: v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)) }),
  draft: v.object({ stance: v.nullable(v.picklist(stances)), union: text(longestInRound.union), basis: v.nullable(v.picklist(bases)), statement: richText }),
  stance: v.object({
    hash: v.pipe(v.string(), v.maxLength(64)), stance: v.picklist(stances), union: text(longestInRound.union), basis: v.picklist(bases), statement: richText,
  }),
} as const
