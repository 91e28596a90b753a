import type { Language } from '@samskriv/shared/base'
import { itemIds, keyOf, textOf } from '@samskriv/shared/document'
import type { ProposedChange } from '@samskriv/shared/proposal'
import { placeOf, type Field, type Template } from '@samskriv/shared/template'
import type * as Y from 'yjs'

/** Where in the form a key points, in parts from the outermost in: the tiltak by number and name, the question, the row. `gone`: its item is not there. */
export interface PlaceWords { readonly parts: readonly string[], readonly gone: boolean }

/** What is said of places, in the language of the page. */
export interface PlaceTexts { readonly language: Language, row(n: number): string, gone(name: string): string }

const topField = (template: Template, id: string | undefined): Field | undefined => template.sections.flatMap(section => section.fields).find(field => field.id === id)

/** What an item of a list is called: its number and name as it stands now, or the name it had. */
export function itemWords (template: Template, doc: Y.Doc, list: string, item: string, name: string, texts: PlaceTexts): { readonly text: string, readonly gone: boolean } {
  const number = itemIds(doc, list).indexOf(item) + 1
  const group = topField(template, list)
  if (group?.kind !== 'group') return { text: number === 0 ? texts.gone(texts.row(1)) : texts.row(number), gone: number === 0 }
  const called = textOf(doc, keyOf(list, item, group.nameField)).toString().trim() || name
  const label = group.itemLabel[texts.language].replace('{n}', number === 0 ? '' : String(number)).trim()
  const text = called === '' ? label : `${label}: ${called}`
  return { text: number === 0 ? texts.gone(called === '' ? label : called) : text, gone: number === 0 }
}

/** The words for the place a key names. */
export function placeWords (template: Template, doc: Y.Doc, key: string, texts: PlaceTexts): PlaceWords {
  const place = placeOf(template, key)
  if (place === null) return { parts: [key], gone: false }
  const ids = key.split('/')
  const parts: string[] = []
  let gone = false
  let path: string[] = []
  for (const field of place.fields) {
    path = [...path, field.id]
    if (field.kind !== 'group') parts.push(field.label[texts.language])
    const next = ids[path.length]
    if ((field.kind === 'group' || field.kind === 'freeTable') && next !== undefined) {
      const item = itemWords(template, doc, keyOf(...path), next, '', texts)
      parts.push(item.text)
      gone ||= item.gone
      path = [...path, next]
    } else if (field.kind === 'fixedTable' && next !== undefined) {
      parts.push(field.rows.find(row => row.id === next)?.label[texts.language] ?? next)
      path = [...path, next]
    }
  }
  return { parts, gone }
}

/** The key of the place in the form where a change is shown: its question, its table as a whole, its item, or the list its item is put in or was taken out of. */
export function shownAt (template: Template, doc: Y.Doc, change: ProposedChange): string {
  if (change.kind !== 'answer') {
    const isGroup = topField(template, change.list)?.kind === 'group'
    const isThere = itemIds(doc, change.list).includes(change.item)
    return isGroup && isThere ? keyOf(change.list, change.item) : change.list
  }
  const ids = change.key.split('/')
  const fields = placeOf(template, change.key)?.fields ?? []
  let path: string[] = []
  for (const field of fields) {
    path = [...path, field.id]
    if (field.kind === 'fixedTable' || field.kind === 'freeTable') return keyOf(...path)
    const next = ids[path.length]
    if (field.kind !== 'group' || next === undefined) continue
    if (!itemIds(doc, keyOf(...path)).includes(next)) return keyOf(...path)
    path = [...path, next]
  }
  return change.key
}
