import type * as Y from 'yjs'
import { rootName, suggestedOf } from '../document/index.ts'
import { imagesIn, keyOfChange, readChanges, sameAnswer, type AddedItem, type AnswerChange, type ProposedChange } from '../proposal/index.ts'
import { placeOf, type Field, type Template } from '../template/index.ts'
import { byOrder, orderOf } from './order.ts'

/**
 * What somebody suggests other than words in a rich text: another answer to a question with a short one, an item less, more or elsewhere.
 * It lies in the document (root `suggested`, under `person/key`), one for each person and place: going on with it replaces it.
 */
export interface SuggestedChange { readonly by: string, readonly change: ProposedChange }

/** Letters of one suggested change as JSON: a tiltak to be taken away stands in it whole. */
export const longestSuggested = 100_000
/** Suggested changes of one person: every short answer of a form with some twenty tiltak. */
export const mostSuggested = 2_000

/** Where a person's suggestion about a key lies in the root `suggested`. */
export function suggestedKey (person: string, key: string): string {
  return `${person}/${key}`
}

/** The key a place in the root `suggested` is about. */
export function keyInSuggested (name: string): string {
  return name.slice(name.indexOf('/') + 1)
}

/** Puts down what a person suggests, in the place of what they suggested there before; nothing stays when it would change nothing. */
export function suggestChange (doc: Y.Doc, person: string, change: ProposedChange): void {
  const name = suggestedKey(person, keyOfChange(change))
  const map = suggestedOf(doc)
  if (change.kind === 'answer' && sameAnswer(change.before, change.after)) map.delete(name)
  else if (JSON.stringify(map.get(name)) !== JSON.stringify(change)) map.set(name, change)
}

// Words are suggested in the text itself; a file has to be somewhere; another order is not suggested.
function mayBeSuggested (template: Template, change: ProposedChange): boolean {
  if (change.kind === 'moved' || imagesIn([change]).size > 0) return false
  const field: Field | undefined = change.kind === 'answer' ? placeOf(template, change.key)?.fields.at(-1) : undefined
  return field?.kind !== 'richText' && field?.kind !== 'attachment'
}

// Null: no editor of ours put that there.
function readEntry (template: Template, name: string, given: unknown): SuggestedChange | null {
  const changes = readChanges(template, [given])
  const change = changes.ok ? changes.value[0] : undefined
  const by = name.slice(0, name.indexOf('/'))
  if (change === undefined || by === '' || suggestedKey(by, keyOfChange(change)) !== name) return null
  return mayBeSuggested(template, change) ? { by, change } : null
}

const known = new WeakMap<object, { readonly template: Template, readonly name: string, readonly entry: SuggestedChange | null }>()

// What lies in a map of Yjs never changes: it is held to the form once, and not for each letter somebody suggests elsewhere.
function entryOf (template: Template, name: string, given: unknown): SuggestedChange | null {
  if (typeof given !== 'object' || given === null) return null
  const was = known.get(given)
  if (was?.template === template && was.name === name) return was.entry
  const entry = readEntry(template, name, given)
  known.set(given, { template, name, entry })
  return entry
}

/** What a person suggests at a key, as it stands this moment; null: nothing. */
export function suggestionAt (template: Template, doc: Y.Doc, person: string, key: string): ProposedChange | null {
  const name = suggestedKey(person, key)
  const given = suggestedOf(doc).get(name)
  return entryOf(template, name, given)?.change ?? null
}

/** The other answer a person suggests to a question; null: none. */
export function ownSuggestion (template: Template, doc: Y.Doc, person: string, key: string): AnswerChange | null {
  const change = suggestionAt(template, doc, person, key)
  return change?.kind === 'answer' ? change : null
}

/** The key of the place a change is shown at in the form: an item put in stands nowhere yet, so at its list. */
export function placeOfChange (change: ProposedChange): string {
  return change.kind === 'added' ? change.list : keyOfChange(change)
}

// Behind how many other suggested items an item would stand: those put behind each other keep their order, in the list and when they are accepted.
function behindHowMany (added: ReadonlyMap<string, AddedItem>, change: ProposedChange): number {
  if (change.kind !== 'added') return 0
  const passed = new Set([change.item])
  for (let { behind } = change; behind !== null && !passed.has(behind); behind = added.get(behind)?.behind ?? null) {
    if (!added.has(behind)) break
    passed.add(behind)
  }
  return passed.size
}

/** The suggested changes in a document, in the template's order. What nobody's editor wrote, and what is about an item that is gone, is left out. Writes nothing. */
export function suggestedChanges (template: Template, doc: Y.Doc): readonly SuggestedChange[] {
  if (!doc.share.has(rootName.suggested)) return []
  const read = [...suggestedOf(doc)].flatMap(([name, given]) => {
    const suggested = entryOf(template, name, given)
    return suggested === null ? [] : { name, suggested }
  })
  const added = new Map(read.flatMap(({ suggested: { change } }): [string, AddedItem][] => change.kind === 'added' ? [[change.item, change]] : []))
  const found = read.flatMap(({ name, suggested }) => {
    const order = orderOf(template, doc, placeOfChange(suggested.change))
    return order === null ? [] : { name, suggested, order, behind: behindHowMany(added, suggested.change) }
  })
  return found.toSorted((a, b) => byOrder(a.order, b.order) || a.behind - b.behind || (a.name < b.name ? -1 : 1)).map(({ suggested }) => suggested)
}
