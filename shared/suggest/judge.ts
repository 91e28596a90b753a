import * as Y from 'yjs'
import type { RefusalCode } from '../base/index.ts'
import { rootName, suggestedOf } from '../document/index.ts'
import { longestSuggested, mostSuggested, suggestedKey } from './change.ts'
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

/** Letters of a person and a key: ids joined, the longest in a form some 150. */
const longestKey = 400

const richPrefix = rootName.rich('')
const empty: Without = { rest: '[]', marks: new Set(), carried: new Set(), loose: new Set(), shells: new Set(), isSound: true }

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
  const doc = new Y.Doc()
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
  const read = (name: string, person: string): Without => doc.share.has(name) ? withoutSuggestionsOf(person, doc.getXmlFragment(name)) : empty
  const readAll = (person: string): Map<string, Without> => {
    const texts = known.get(person) ?? new Map<string, Without>()
    for (const name of doc.share.keys()) if (name.startsWith(richPrefix) && !texts.has(name)) texts.set(name, read(name, person))
    known.set(person, texts)
    return texts
  }
  take(content)

  return {
    learn (update) {
      for (const name of take(update)) for (const texts of known.values()) texts.delete(name)
    },
    judge (update, personId, owns) {
      if (partsLetters(doc, update)) return 'only-suggest'
      const texts = readAll(personId)
      const pending = pendingIn(doc)
      const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
      const changed = take(update)
      if (pendingIn(doc) !== pending) return 'changed-meanwhile'
      if (isForeign) return 'only-suggest'
      for (const name of changed) {
        if (!name.startsWith(richPrefix)) return 'only-suggest'
        const after = read(name, personId)
        const before = texts.get(name) ?? empty
        // What words stand in, and stood in before, goes only with whose it is: somebody may be typing there.
        if ([...before.shells].some(id => !after.shells.has(id) && !owns(Number(id.split('/')[0])))) return 'only-suggest'
        const code = compare(before, after, clocks)
        if (code !== null) return code
        for (const [person, others] of known) if (person !== personId) others.delete(name)
        texts.set(name, after)
      }
      return suggested.size === 0 ? null : judgeEntries(doc, suggested, personId)
    },
  }
}

// Null: no plain value as goes over a wire as JSON (Yjs lets in numbers that JSON does not know).
function lengthOf (value: unknown): number | null {
  try {
    return typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType) && !(value instanceof Y.Doc) ? JSON.stringify(value).length : null
  } catch {
    return null
  }
}

// What an entry says is held to the form by whoever reads it. Here it is only plain, theirs, and of a size somebody could mean.
function judgeEntries (doc: Y.Doc, names: ReadonlySet<string>, person: string): RefusalCode | null {
  const own = suggestedKey(person, '')
  const map = suggestedOf(doc)
  let isMore = false
  for (const name of names) {
    if (!name.startsWith(own)) return 'foreign-author'
    const value = map.get(name)
    if (value === undefined) continue
    const length = lengthOf(value)
    if (length === null) return 'only-suggest'
    if (name.length > longestKey || length > longestSuggested) return 'too-large'
    isMore = true
  }
  // Whoever has too many may still take some back.
  return isMore && [...map.keys()].filter(name => name.startsWith(own)).length > mostSuggested ? 'too-large' : null
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

// Whether an update puts something in the middle of a letter that is written as two halves: Yjs would make two broken ones of it, wherever it stands.
function partsLetters ({ store }: Y.Doc, update: Uint8Array): boolean {
  const unitAt = (id: Y.ID | null): number => {
    if (id === null || id.clock >= Y.getState(store, id.client)) return 0
    const item = Y.getItem(store, id)
    return item instanceof Y.Item && item.content instanceof Y.ContentString ? item.content.str.charCodeAt(id.clock - item.id.clock) : 0
  }
  return Y.decodeUpdate(update).structs.some(struct => struct instanceof Y.Item && (isHigh(unitAt(struct.origin)) || isLow(unitAt(struct.rightOrigin))))
}

// Ends of marks that were not there before, between which words would come to lie that somebody is typing now.
function isLoose (before: Without, after: Without, clocks: ReadonlyMap<number, number>): boolean {
  const isNew = (id: string): boolean => {
    const [client, clock] = id.split('/').map(Number)
    return (clock ?? 0) >= (clocks.get(client ?? 0) ?? 0)
  }
  // A mark that was closed before and is open now has lost its end.
  return [...after.loose].some(id => !before.loose.has(id) && (id.startsWith('open') || isNew(id)))
}

function compare (before: Without, after: Without, clocks: ReadonlyMap<number, number>): RefusalCode | null {
  if (isLoose(before, after, clocks)) return 'only-suggest'
  const isNew = (name: string): boolean => !before.marks.has(name) && !before.carried.has(name)
  const others = [...after.marks, ...after.carried].filter(isNew)
  if (others.some(name => name.startsWith('insertion') || name.startsWith('deletion'))) return 'foreign-author'
  return after.isSound && others.length === 0 && after.rest === before.rest ? null : 'only-suggest'
}
