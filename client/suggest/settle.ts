import { decideChanges, type Undecided, type Verdict } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { decideLive, type Home } from '../editor/index.ts'

/**
 * Accepts or rejects suggestions of any kind as one step that one undo takes back. Gives how many were decided: of several, those that clash
 * with what was written since, or with each other, stay.
 */
export function settle (template: Template, home: Pick<Home, 'doc' | 'undo' | 'origin'>, chosen: readonly Undecided[], verdict: Verdict): number {
  const { doc, undo, origin } = home
  const words = chosen.filter(one => one.kind === 'words')
  const changes = chosen.filter(one => one.kind === 'change')
  undo.stopCapturing()
  const decided = doc.transact(() => {
    decideLive(home, words, verdict)
    return words.length + decideChanges(template, doc, changes, verdict, origin)
  }, origin)
  undo.stopCapturing()
  return decided
}
