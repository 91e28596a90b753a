import type * as Y from 'yjs'
import { newId } from '../base/index.ts'
import type { GroupField, Template } from '../template/index.ts'
import { fillItem } from './fill.ts'
import { addItem, itemIds } from './items.ts'
import { project } from './project.ts'
import type { Item, Value } from './value.ts'

const isItems = (value: Value | undefined): value is readonly Item[] => Array.isArray(value)

/**
 * Puts a copy of an item of a group (a tiltak) right after it, with ids of its own throughout. One transaction, so that
 * one undo takes it away whole. Gives the copy's id, or null when the item is not there (somebody removed it meanwhile).
 */
export function duplicateItem (template: Template, doc: Y.Doc, group: GroupField, id: string, origin?: unknown): string | null {
  const items = project(template, doc).values[group.id]
  const item = isItems(items) ? items.find(candidate => candidate.id === id) : undefined
  if (item === undefined) return null
  return doc.transact(() => {
    const index = itemIds(doc, group.id).indexOf(id)
    const copy = addItem(doc, group.id, index + 1)
    fillItem(doc, group.fields, [group.id, copy], item.values, () => newId())
    return copy
  }, origin)
}
