import { richOf } from '@samskriv/shared/document'
import { decideChanges, suggestionsIn, type Undecided, type UndecidedWords, type Verdict } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { decideLive, type Home } from '../editor/index.ts'

/** `replaces`: the person sees what stands there now, and wants this instead. */
export interface Settling { readonly verdict: Verdict, readonly replaces: boolean }

/**
 * Accepts or rejects suggestions of any kind as one step that one undo takes back. Gives how many were decided: left are those that are not
 * as they were shown, and, unless `replaces`, those that clash with what was written since.
 */
export function settle (template: Template, home: Pick<Home, 'doc' | 'undo' | 'origin'>, chosen: readonly Undecided[], { verdict, replaces }: Settling): number {
  const { doc, undo, origin } = home
  // A list is some moments old.
  const stands = ({ by, ids, field }: UndecidedWords): boolean => suggestionsIn(richOf(doc, field)).some(one => one.by === by && one.ids.some(id => ids.includes(id)))
  const words = chosen.filter(one => one.kind === 'words').filter(stands)
  const changes = chosen.filter(one => one.kind === 'change')
  undo.stopCapturing()
  const decided = doc.transact(() => {
    decideLive(home, words, verdict)
    return words.length + decideChanges(template, doc, changes, { verdict, origin, replaces })
  }, origin)
  undo.stopCapturing()
  return decided
}
