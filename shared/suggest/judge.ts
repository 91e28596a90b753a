import * as Y from 'yjs'
import type { RefusalCode } from '../base/index.ts'
import { rootName } from '../document/index.ts'
import { compare } from './compare.ts'
import { judgeEntries } from './entries.ts'
import type { Clocks } from './open-marks.ts'
import { mostSteps, stepsToPlace } from './steps.ts'
import { partsLetters } from './letters.ts'
import { Views } from './view.ts'
import { withoutSuggestionsOf, type Without } from './without.ts'

/**
 * Says of each update of somebody who may only suggest whether it is a suggestion of theirs and nothing else: the text with their
 * undecided suggestions taken away is the same before and after it, and of the suggested changes only theirs are others. It follows the document (`learn`). Once it has refused something it
 * has seen what is not in the document, and must be made anew.
 */
export interface SuggestionJudge {
  /** Takes in what stands in the document, whoever wrote it. What it knows already changes nothing. */
  learn (update: Uint8Array): void
  /**
   * Null: it may be let in. `foreign-author`: it suggests in another's name. `changed-meanwhile`: it builds on what is not there.
   * `only-suggest`: it changes the text, others' suggestions or marks, or something that is neither rich text nor suggested. `too-large`: more
   * than one person may have suggested. `owns`: whether what was written under a client id is theirs.
   */
  judge (update: Uint8Array, personId: string, owns: (client: number) => boolean): RefusalCode | null
}

const richPrefix = rootName.rich('')
const empty: Without = { rest: '[]', marks: new Set(), carried: new Set(), beginnings: new Map(), loose: new Set(), gaps: [], inside: new Map(), shells: new Set(), isSound: true }

// What is beside the text: where it is not known yet what comes before it.
const pendingIn = ({ store }: Y.Doc): string => `${store.pendingStructs?.update.length ?? 0} ${store.pendingDs?.length ?? 0}`

/** The name of the root a type lies under; null when it lies nowhere any more. */
function rootNameOf (doc: Y.Doc, type: unknown): string | null {
  let root = type
  while (root instanceof Y.AbstractType && root._item !== null) root = root._item.parent
  for (const [name, each] of doc.share) if (each === root) return name
  return null
}

/** Makes a judge of a document, given all that stands in it as one update. */
export function judgeSuggestions (content: Uint8Array): SuggestionJudge {
  const doc = new Y.Doc({ gc: false })
  // By person, the rich texts without their suggestions, as they stand before the next update.
  const known = new Map<string, Map<string, Without>>()
  let touched = new Set<string>()
  let isForeign = false
  // Entries of the root `suggested` that an update changed.
  let suggested = new Set<string>()

  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    // Tidying up after others is a change of its own, which this copy must not make.
    transaction._needFormattingCleanup = false
    for (const [type, keys] of transaction.changed) {
      const name = rootNameOf(doc, type)
      if (name !== null && name !== rootName.suggested) touched.add(name)
      const isRoot = type._item === null
      if (name === rootName.suggested && isRoot && !keys.has(null)) for (const key of keys) suggested.add(String(key))
      else if (name === rootName.suggested || (isRoot && [...keys].some(key => key !== null))) isForeign = true
    }
  })
  const take = (update: Uint8Array): ReadonlySet<string> => {
    touched = new Set()
    isForeign = false
    suggested = new Set()
    Y.applyUpdate(doc, update)
    return touched
  }
  const read = (name: string, person: string, clocks: Clocks): Without => doc.share.has(name) ? withoutSuggestionsOf(person, doc.getXmlFragment(name), clocks) : empty
  const readAll = (person: string, clocks: Clocks): Map<string, Without> => {
    const texts = known.get(person) ?? new Map<string, Without>()
    for (const name of doc.share.keys()) if (name.startsWith(richPrefix) && !texts.has(name)) texts.set(name, read(name, person, clocks))
    known.set(person, texts)
    return texts
  }
  const views = new Views(doc)
  take(content)

  return {
    learn (update) {
      for (const name of take(update)) for (const texts of known.values()) texts.delete(name)
    },
    judge (update, personId, owns) {
      const { structs } = Y.decodeUpdate(update)
      if (partsLetters(doc, structs)) return 'only-suggest'
      if (stepsToPlace(doc, structs) > mostSteps) return 'too-large'
      const pending = pendingIn(doc)
      const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
      const texts = readAll(personId, clocks)
      const changed = take(update)
      if (pendingIn(doc) !== pending) return 'changed-meanwhile'
      if (isForeign || !views.couldBe(structs, clocks)) return 'only-suggest'
      for (const name of changed) {
        if (!name.startsWith(richPrefix)) return 'only-suggest'
        const after = read(name, personId, clocks)
        const before = texts.get(name) ?? empty
        // What words stand in, and stood in before, goes only with whose it is: somebody may be typing there.
        if ([...before.shells].some(id => !after.shells.has(id) && !owns(Number(id.split('/')[0])))) return 'only-suggest'
        const code = compare(before, after, clocks, owns)
        if (code !== null) return code
        for (const [person, others] of known) if (person !== personId) others.delete(name)
        texts.set(name, after)
      }
      return suggested.size === 0 ? null : judgeEntries(doc, suggested, personId)
    },
  }
}
