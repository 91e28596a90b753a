import type * as Y from 'yjs'
import { newId } from '../base/index.ts'
import { itemIds, project } from '../document/index.ts'
import { itemsAt, normalValues, type AddedItem, type RemovedItem } from '../proposal/index.ts'
import type { Template } from '../template/index.ts'
import { suggestedChanges } from './change.ts'

/** The suggestion that an item be taken away. It tells what the item holds, so that nobody takes away by it what came later. */
export function removalOf (template: Template, doc: Y.Doc, list: string, item: string): RemovedItem {
  const values = itemsAt(template, project(template, doc).values, list)?.find(each => each.id === item)?.values ?? {}
  return { kind: 'removed', list, item, values: normalValues(values) }
}

/** A person's suggestion that a list have one item more, empty, behind those it has and those they have suggested already. */
export function additionTo (template: Template, doc: Y.Doc, person: string, list: string): AddedItem {
  const own = suggestedChanges(template, doc).flatMap(({ by, change }) => by === person && change.kind === 'added' && change.list === list ? change.item : [])
  return { kind: 'added', list, item: newId(), behind: own.at(-1) ?? itemIds(doc, list).at(-1) ?? null, values: {} }
}
