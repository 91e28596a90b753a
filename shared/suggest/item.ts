import type * as Y from 'yjs'
import { newId } from '../base/index.ts'
import { itemIds, project } from '../document/index.ts'
import { itemsAt, normalValues, type AddedItem, type RemovedItem } from '../proposal/index.ts'
import type { Template } from '../template/index.ts'

/** The suggestion that an item be taken away. It tells what the item holds, so that nobody takes away by it what came later. */
export function removalOf (template: Template, doc: Y.Doc, list: string, item: string): RemovedItem {
  const values = itemsAt(template, project(template, doc).values, list)?.find(each => each.id === item)?.values ?? {}
  return { kind: 'removed', list, item, values: normalValues(values) }
}

/** The suggestion that a list have one item more, last and empty. */
export function additionTo (doc: Y.Doc, list: string): AddedItem {
  return { kind: 'added', list, item: newId(), behind: itemIds(doc, list).at(-1) ?? null, values: {} }
}
