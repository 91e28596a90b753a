import { refused, taken, type Result } from '../base/index.ts'
import type { Template } from '../template/index.ts'
import { keyOfChange, mostChanges, type ProposedChange } from './change.ts'
import { find, isAnswerField, isItemId, isListField } from './place.ts'
import { readAnswer, readValues } from './read-answer.ts'

type Given = Readonly<Record<string, unknown>>

const isObject = (given: unknown): given is Given => typeof given === 'object' && given !== null && !Array.isArray(given)

function answerOf (template: Template, { key, before, after }: Given): ProposedChange | null {
  const field = typeof key === 'string' ? find(template, {}, key)?.field : undefined
  if (typeof key !== 'string' || field === undefined || !isAnswerField(field)) return null
  const proposed = readAnswer(field, after)
  // What stood there is only held against what stands there now: something odd is taken for nothing, and the two are shown.
  return proposed === undefined ? null : { kind: 'answer', key, before: readAnswer(field, before) ?? null, after: proposed }
}

function itemOf (template: Template, given: Given): ProposedChange | null {
  const { kind, list, item, behind, values } = given
  const field = typeof list === 'string' ? find(template, {}, list)?.field : undefined
  if (typeof list !== 'string' || field === undefined || !isListField(field) || typeof item !== 'string' || !isItemId(item)) return null
  const isPlace = behind === null || (typeof behind === 'string' && isItemId(behind))
  const held = readValues(field.kind === 'group' ? field.fields : field.columns, values ?? {})
  if (kind === 'moved') return isPlace ? { kind, list, item, behind } : null
  if (held === undefined) return null
  if (kind === 'added') return isPlace ? { kind, list, item, behind, values: held } : null
  return kind === 'removed' ? { kind, list, item, values: held } : null
}

/**
 * Reads the changes of a proposal that came over a wire, and holds each to the form: its key names a question or a list there, what it
 * proposes is what that question can hold. Refuses `invalid` (the first that is wrong, from 1, as `change`), `too-large` (most).
 */
export function readChanges (template: Template, given: unknown): Result<readonly ProposedChange[]> {
  if (!Array.isArray(given) || given.length === 0) return refused('invalid', { field: 'changes' })
  if (given.length > mostChanges) return refused('too-large', { most: mostChanges })
  const changes: ProposedChange[] = []
  const seen = new Set<string>()
  for (const [index, each] of given.entries()) {
    const change = !isObject(each) ? null : each['kind'] === 'answer' ? answerOf(template, each) : itemOf(template, each)
    const name = change === null ? '' : `${change.kind} ${keyOfChange(change)}`
    if (change === null || seen.has(name)) return refused('invalid', { field: 'changes', change: index + 1 })
    seen.add(name)
    changes.push(change)
  }
  return taken(changes)
}
