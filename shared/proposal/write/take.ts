import type * as Y from 'yjs'
import { asFiles, asIds, asRichText } from '../../compare/index.ts'
import {
  addItem, ensureItem, fillItem, itemIds, itemsOf, keyOf, moveItem, project, removeItem, removedOf, richOf, textOf, valuesOf, type Atomic, type Value, type Values,
} from '../../document/index.ts'
import { newId } from '../../base/index.ts'
import type { Template } from '../../template/index.ts'
import type { AddedItem, ProposedChange } from '../change.ts'
import { fieldsBetween } from '../between.ts'
import { find, isListField, itemsAt, type AnswerField } from '../place.ts'
import { standingOf, type Standing } from '../standing.ts'
import { rewriteRichText } from './rich.ts'
import { textEdits } from './tokens.ts'

function rewriteLine (text: Y.Text, to: string): void {
  for (const { at, remove, from, to: end } of textEdits(text.toString(), to)) {
    if (remove > 0) text.delete(at, remove)
    if (end > from) text.insert(at, to.slice(from, end))
  }
}

// As `fill` names them.
const idOf = (hash: string): string => hash.slice(0, 12)

function setFiles (doc: Y.Doc, key: string, value: Value | null): void {
  const wanted = asFiles(value ?? undefined)
  const there = itemIds(doc, key)
  for (const id of there) if (!wanted.some(file => idOf(file.hash) === id)) removeItem(doc, key, id)
  for (const file of wanted) {
    const id = keyOf(key, idOf(file.hash))
    if (there.includes(idOf(file.hash))) continue
    removedOf(doc).delete(id)
    itemsOf(doc).set(id, file.hash)
    valuesOf(doc).set(keyOf(id, 'file'), file)
  }
}

/** Writes one answer, with few edits where it is text. Run it inside a transaction. `value` must be one the question can hold. */
export function writeAnswer (doc: Y.Doc, field: AnswerField, key: string, value: Value | null): void {
  switch (field.kind) {
    case 'text': rewriteLine(textOf(doc, key), typeof value === 'string' ? value : ''); return
    case 'richText': rewriteRichText(richOf(doc, key), asRichText(value ?? undefined)); return
    case 'choices': {
      const chosen = asIds(value ?? undefined)
      for (const { id } of field.options) {
        if (chosen.includes(id)) valuesOf(doc).set(keyOf(key, id), true)
        else valuesOf(doc).delete(keyOf(key, id))
      }
      return
    }
    case 'attachment': setFiles(doc, key, value); return
    default:
      if (value === null) valuesOf(doc).delete(key)
      // What is proposed was held to the field's kind when it was sent in.
      else valuesOf(doc).set(key, value as Atomic)
  }
}

// Behind the one it was put behind; last when that one is not there any more.
function placeBehind (doc: Y.Doc, list: string, behind: string | null, without?: string): number {
  const ids = itemIds(doc, list).filter(id => id !== without)
  if (behind === null) return 0
  const place = ids.indexOf(behind)
  return place < 0 ? ids.length : place + 1
}

function addProposed (template: Template, doc: Y.Doc, { list, item, behind, values }: AddedItem): void {
  const field = find(template, {}, list)?.field
  if (field === undefined || !isListField(field)) return
  const fields = field.kind === 'group' ? field.fields : field.columns
  const place = placeBehind(doc, list, behind, item)
  // A row a form shows from the start has the same id everywhere: somebody may have begun it. One that was taken away keeps its words.
  const isThere = itemIds(doc, list).includes(item)
  const wasThere = itemsOf(doc).has(keyOf(list, item))
  const id = isThere || !wasThere ? item : addItem(doc, list, place)
  if (!wasThere) {
    ensureItem(doc, list, item)
    moveItem(doc, list, item, place)
  }
  fillItem(doc, fields, [...list.split('/'), id], values, each => wasThere ? newId() : each.id)
}

// What is there already says something else: answer by answer, as far as it was said.
function rewriteItem (template: Template, doc: Y.Doc, { list, item, values }: AddedItem, now: Values): void {
  const field = find(template, {}, list)?.field
  if (field === undefined || !isListField(field)) return
  const current = itemsAt(template, now, list)?.find(each => each.id === item)?.values ?? {}
  for (const change of fieldsBetween(field.kind === 'group' ? field.fields : field.columns, [...list.split('/'), item], current, { ...current, ...values })) {
    write(template, doc, change, change.kind === 'answer' ? change.after : null)
  }
}

function write (template: Template, doc: Y.Doc, change: ProposedChange, result: Value | null): void {
  switch (change.kind) {
    case 'answer': {
      const field = find(template, {}, change.key)?.field
      if (field !== undefined) writeAnswer(doc, field as AnswerField, change.key, result)
      return
    }
    case 'added': addProposed(template, doc, change); return
    case 'removed': removeItem(doc, change.list, change.item); return
    case 'moved': moveItem(doc, change.list, change.item, placeBehind(doc, change.list, change.behind, change.item))
  }
}

/** How it is asked for: `origin` of the transaction; `replaces`: the person has seen what stands there now and wants this instead. */
export interface Taking { readonly origin: unknown, readonly replaces: boolean }

/**
 * Writes proposed changes into the living text in one transaction, each as it stands at this moment: merged with what was changed since
 * where both go together. Gives how each stood; nothing was written where that is `there` or `gone`, nor where it `clashes` and
 * `replaces` is false.
 */
export function takeChanges (template: Template, doc: Y.Doc, changes: readonly ProposedChange[], { origin, replaces }: Taking): readonly Standing[] {
  return doc.transact(() => {
    let values: Values | null = null
    return changes.map(change => {
      // Answers do not depend on each other; items do, and answers on the items they are in.
      values ??= project(template, doc).values
      const standing = standingOf(template, values, change)
      if (standing.kind === 'there' || standing.kind === 'gone' || (standing.kind === 'clashes' && !replaces)) return standing
      if (change.kind === 'added' && standing.kind === 'clashes') rewriteItem(template, doc, change, values)
      else write(template, doc, change, standing.result)
      if (change.kind !== 'answer') values = null
      return standing
    })
  }, origin)
}
