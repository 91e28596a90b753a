import { project, type Values } from '@samskriv/shared/document'
import { changesBetween, keyOfChange, mostChanges, standingOf, type ProposedChange } from '@samskriv/shared/proposal'
import { suggestedChanges, type SuggestedChange } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import * as Y from 'yjs'
import type { Rescue } from '../live/session.ts'

interface Wrote { readonly values: Values, readonly suggested: readonly SuggestedChange[] }

// As it would read with what the person suggests: a suggestion that came too late is something they wrote too.
function readOf (template: Template, updates: readonly Uint8Array[]): Wrote {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const read = { values: project(template, doc, 'suggested').values, suggested: suggestedChanges(template, doc) }
  doc.destroy()
  return read
}

/**
 * What a person wrote that is not in the text: their changes, without those the text says already. Without a base, everything that can
 * be read and does not stand there: too much rather than too little. `now`: the text's values; null: not known yet.
 */
export function rescuedChanges (template: Template, rescue: Pick<Rescue, 'base' | 'update'>, now: Values | null): readonly ProposedChange[] {
  const base = rescue.base === null ? [] : [rescue.base]
  const [before, after] = [readOf(template, base), readOf(template, [...base, rescue.update])]
  const written = changesBetween(template, before.values, after.values)
  // What stood suggested before is no news; what was written outright at the same place says more.
  const old = new Set(before.suggested.map(one => JSON.stringify(one)))
  const taken = new Set(written.map(keyOfChange))
  const fresh = after.suggested.filter(one => !old.has(JSON.stringify(one)) && !taken.has(keyOfChange(one.change))).map(one => one.change)
  const changes = [...written, ...new Map(fresh.map(change => [keyOfChange(change), change])).values()]
  return now === null ? changes : changes.filter(change => standingOf(template, now, change).kind !== 'there')
}

/** Characters of JSON sent in one proposal: below the server's bound in bytes also where every letter takes two. */
const mostCharacters = 450_000

/** Parts a rescue into proposals that each keep to the bounds. An answer larger than a whole proposal is alone in one, and is refused with a message. */
export function inProposals (changes: readonly ProposedChange[]): readonly (readonly ProposedChange[])[] {
  const parts: ProposedChange[][] = []
  let size = 0
  for (const change of changes) {
    const more = JSON.stringify(change).length
    const last = parts.at(-1)
    if (last === undefined || last.length >= mostChanges || size + more > mostCharacters) {
      parts.push([change])
      size = more
    } else {
      last.push(change)
      size += more
    }
  }
  return parts
}
