import { asFiles, asIds, asRichText } from '../compare/index.ts'
import type { FileReference, Item, Value, Values } from '../document/index.ts'
import type { Template } from '../template/index.ts'
import type { AnswerChange, ProposedChange } from './change.ts'
import { mergeLine } from './merge/line.ts'
import { mergeRichText } from './merge/rich.ts'
import { find, itemsAt, type AnswerField } from './place.ts'
import { normalValue, sameAnswer, sameValues } from './same.ts'

/**
 * How a proposed change stands against the text as it is now.
 * - `fits`: nobody has changed it since; taking it does just what was proposed. `result`: the answer it gives.
 * - `merges`: it was changed since, and both go together. `current` stands there now, `result` is both.
 * - `clashes`: the same was changed in another way; taking it replaces `current`. Never done without the person having seen both.
 * - `there`: the text says so already. `gone`: the item it is in is not there any more.
 */
export type Standing =
  | { readonly kind: 'fits', readonly result: Value | null }
  | { readonly kind: 'merges' | 'clashes', readonly current: Value | null, readonly result: Value | null }
  | { readonly kind: 'there' }
  | { readonly kind: 'gone' }

const there: Standing = { kind: 'there' }
const gone: Standing = { kind: 'gone' }
const fits: Standing = { kind: 'fits', result: null }

// What was added is added, what was taken away is taken away; the rest is as it is now.
function mergeSets<T> (before: readonly T[], after: readonly T[], current: readonly T[], key: (one: T) => string): readonly T[] {
  const [was, is] = [new Set(before.map(key)), new Set(after.map(key))]
  const kept = current.filter(one => is.has(key(one)) || !was.has(key(one)))
  const there = new Set(kept.map(key))
  return [...kept, ...after.filter(one => !was.has(key(one)) && !there.has(key(one)))]
}

const textOf = (value: Value | null): string => typeof value === 'string' ? value : ''
const fileKey = (file: FileReference): string => file.hash
const orNone = <T>(list: readonly T[]): readonly T[] | null => list.length === 0 ? null : list

// Undefined: they do not go together.
function merged (field: AnswerField, { before, after }: AnswerChange, current: Value | null): Value | null | undefined {
  switch (field.kind) {
    case 'text': return mergeLine(textOf(before), textOf(after), textOf(current)) ?? undefined
    case 'richText': return mergeRichText(asRichText(before ?? undefined), asRichText(after ?? undefined), asRichText(current ?? undefined)) ?? undefined
    case 'choices': {
      const chosen = new Set(mergeSets(asIds(before ?? undefined), asIds(after ?? undefined), asIds(current ?? undefined), id => id))
      return orNone(field.options.map(option => option.id).filter(id => chosen.has(id)))
    }
    case 'attachment': return orNone(mergeSets(asFiles(before ?? undefined), asFiles(after ?? undefined), asFiles(current ?? undefined), fileKey))
    default: return undefined
  }
}

function standingOfAnswer (template: Template, values: Values, change: AnswerChange): Standing {
  const found = find(template, values, change.key)
  if (found === null || found.gone) return gone
  const current = found.value === undefined ? null : normalValue(found.value)
  if (sameAnswer(current, change.after)) return there
  if (sameAnswer(current, change.before)) return { kind: 'fits', result: change.after }
  // The key was held to the form when the proposal was sent in: it names a question with one answer.
  const both = merged(found.field as AnswerField, change, current)
  return both === undefined ? { kind: 'clashes', current, result: change.after } : { kind: 'merges', current, result: both }
}

function standingOfItem (change: Exclude<ProposedChange, AnswerChange>, items: readonly Item[]): Standing {
  const place = items.findIndex(item => item.id === change.item)
  const item = items[place]
  switch (change.kind) {
    case 'added':
      if (item === undefined) return fits
      // It was put in another way, or earlier, and says something else by now.
      return Object.entries(change.values).every(([id, value]) => sameAnswer(item.values[id] ?? null, value)) ? there : { kind: 'clashes', current: null, result: null }
    case 'removed':
      if (item === undefined) return there
      // It holds something by now that the one who would take it away has not seen.
      return sameValues(item.values, change.values) ? fits : { kind: 'clashes', current: null, result: null }
    case 'moved':
      if (item === undefined) return gone
      return (items[place - 1]?.id ?? null) === change.behind ? there : fits
  }
}

/** How a change stands against the answers as they are now (as `project` gives them). */
export function standingOf (template: Template, values: Values, change: ProposedChange): Standing {
  if (change.kind === 'answer') return standingOfAnswer(template, values, change)
  const items = itemsAt(template, values, change.list)
  return items === null ? gone : standingOfItem(change, items)
}

/** What a change's standing is made of: while it is the same text, so is the standing. */
export function groundOf (template: Template, values: Values, change: ProposedChange): string {
  if (change.kind === 'answer') {
    const found = find(template, values, change.key)
    return found === null || found.gone ? 'gone' : JSON.stringify(found.value ?? null)
  }
  const items = itemsAt(template, values, change.list)
  return items === null ? 'gone' : JSON.stringify([items.map(item => item.id), items.find(item => item.id === change.item)?.values ?? null])
}
