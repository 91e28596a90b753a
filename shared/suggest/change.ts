import type * as Y from 'yjs'
import { itemIds, keyOf, rootName, suggestedOf } from '../document/index.ts'
import { keyOfChange, readChanges, sameAnswer, takeChanges, type AnswerChange, type ProposedChange } from '../proposal/index.ts'
import { placeOf, type Field, type Template } from '../template/index.ts'
import type { Verdict } from './decide.ts'

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

// Words are suggested in the text itself, and a file has to be somewhere.
const isSuggested = (field: Field): boolean => field.kind !== 'richText' && field.kind !== 'attachment'

function read (template: Template, name: string, given: unknown): SuggestedChange | null {
  const changes = readChanges(template, [given])
  const change = changes.ok ? changes.value[0] : undefined
  const by = name.slice(0, name.indexOf('/'))
  if (change === undefined || by === '' || suggestedKey(by, keyOfChange(change)) !== name) return null
  const field = change.kind === 'answer' ? placeOf(template, change.key)?.fields.at(-1) : undefined
  return field === undefined || isSuggested(field) ? { by, change } : null
}

/** The other answer a person suggests to a question; null: none. */
export function ownSuggestion (template: Template, doc: Y.Doc, person: string, key: string): AnswerChange | null {
  const name = suggestedKey(person, key)
  const given = suggestedOf(doc).get(name)
  const change = given === undefined ? undefined : read(template, name, given)?.change
  return change?.kind === 'answer' ? change : null
}

/** Where in reading order a key is, as the index of the section and then of each field, row or item on the way; null: an item on the way is not there. */
export function orderOf (template: Template, doc: Y.Doc, key: string): readonly number[] | null {
  const place = placeOf(template, key)
  if (place === null) return null
  const order = [template.sections.indexOf(place.section)]
  const ids = key.split('/')
  let fields: readonly Field[] = place.section.fields
  let path: string[] = []
  for (const field of place.fields) {
    order.push(fields.indexOf(field))
    path = [...path, field.id]
    const next = ids[path.length]
    fields = field.kind === 'group' ? field.fields : field.kind === 'contact' ? field.parts : field.kind === 'fixedTable' || field.kind === 'freeTable' ? field.columns : []
    if (next === undefined || (field.kind !== 'group' && field.kind !== 'freeTable' && field.kind !== 'fixedTable')) continue
    const at = field.kind === 'fixedTable' ? field.rows.findIndex(row => row.id === next) : itemIds(doc, keyOf(...path)).indexOf(next)
    if (at < 0) return null
    order.push(at)
    path = [...path, next]
  }
  return order
}

/** Compares two places in reading order. */
export function byOrder (a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (one !== other) return one - other
  }
  return a.length - b.length
}

/** The key of the place a change is shown at in the form: an item put in stands nowhere yet, so at its list. */
export function placeOfChange (change: ProposedChange): string {
  return change.kind === 'added' ? change.list : keyOfChange(change)
}

/** The suggested changes in a document, in the template's order. What nobody's editor wrote, and what is about an item that is gone, is left out. Writes nothing. */
export function suggestedChanges (template: Template, doc: Y.Doc): readonly SuggestedChange[] {
  if (!doc.share.has(rootName.suggested)) return []
  const found = [...suggestedOf(doc)].flatMap(([name, given]) => {
    const suggested = read(template, name, given)
    const order = suggested === null ? null : orderOf(template, doc, placeOfChange(suggested.change))
    return suggested === null || order === null ? [] : { suggested, order, name }
  })
  return found.toSorted((a, b) => byOrder(a.order, b.order) || (a.name < b.name ? -1 : 1)).map(({ suggested }) => suggested)
}

/**
 * Accepts or rejects suggested changes, each as it stands at this moment. One that clashes with what was written since, or with another
 * that was accepted before it, is only accepted alone: whoever does has seen both. Run it inside a transaction of one who may write, with the
 * same origin. Gives how many were decided; the others are as they were.
 */
export function decideChanges (template: Template, doc: Y.Doc, chosen: readonly SuggestedChange[], verdict: Verdict, origin: unknown): number {
  let decided = 0
  for (const { by, change } of chosen) {
    const [standing] = verdict === 'reject' ? [] : takeChanges(template, doc, [change], { origin, replaces: chosen.length === 1 })
    if (standing?.kind === 'clashes' && chosen.length > 1) continue
    suggestedOf(doc).delete(suggestedKey(by, keyOfChange(change)))
    decided++
  }
  return decided
}
