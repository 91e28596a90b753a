import { project, richKeys, richOf, type Values } from '@samskriv/shared/document'
import { changesBetween, keyOfChange, mostChanges, standingOf, type ProposedChange } from '@samskriv/shared/proposal'
import { decide, marksOf, suggestedChanges, suggestionsIn, type Suggestion, type SuggestedChange } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import * as Y from 'yjs'
import type { Rescue } from '../live/session.ts'

interface Wrote { readonly values: Values, readonly suggested: readonly SuggestedChange[] }

function docOf (updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const wordsOf = ({ by, ids, inserted, deleted }: Suggestion): string => JSON.stringify([by, ids, inserted, deleted])

// Words that stood suggested before and still do are nothing this person wrote: left in, they would be sent in as theirs, and taken in unseen.
function setOldAside (template: Template, before: Y.Doc, after: Y.Doc): void {
  for (const key of richKeys(template, before)) {
    const old = new Set(suggestionsIn(richOf(before, key)).map(wordsOf))
    const here = richOf(after, key)
    const standing = suggestionsIn(here).filter(one => old.has(wordsOf(one)))
    after.transact(() => { decide(here, marksOf(standing), 'reject') })
  }
}

function readBefore (template: Template, doc: Y.Doc): Wrote {
  return { values: project(template, doc).values, suggested: suggestedChanges(template, doc) }
}

// As it would read with what the person suggests: a suggestion that came too late is something they wrote too.
function readAfter (template: Template, before: Y.Doc, doc: Y.Doc): Wrote {
  const suggested = suggestedChanges(template, doc)
  setOldAside(template, before, doc)
  return { values: project(template, doc, 'suggested').values, suggested }
}

/**
 * What a person wrote that is not in the text: their changes, without those the text says already. Without a base, everything that can
 * be read and does not stand there: too much rather than too little. `now`: the text's values; null: not known yet.
 */
export function rescuedChanges (template: Template, rescue: Pick<Rescue, 'base' | 'update'>, now: Values | null): readonly ProposedChange[] {
  const base = rescue.base === null ? [] : [rescue.base]
  const [baseDoc, wholeDoc] = [docOf(base), docOf([...base, rescue.update])]
  const [before, after] = [readBefore(template, baseDoc), readAfter(template, baseDoc, wholeDoc)]
  for (const doc of [baseDoc, wholeDoc]) doc.destroy()
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
