import type * as Y from 'yjs'
import { readRichText, type Reading } from '../rich-text/index.ts'
import type { Field, Template } from '../template/index.ts'
import { itemIds } from './items.ts'
import { keyOf, richOf, textOf, valuesOf } from './layout.ts'
import type { Item, Projection, Value, Values } from './value.ts'

// What is read, and how suggestions in it are.
interface Source { readonly doc: Y.Doc, readonly reading: Reading }

const hasValues = (values: Values): boolean => Object.keys(values).length > 0

function readFields (from: Source, fields: readonly Field[], prefix: readonly string[]): Values {
  const values: Record<string, Value> = {}
  for (const field of fields) {
    const value = readField(from, field, [...prefix, field.id])
    if (value !== null) values[field.id] = value
  }
  return values
}

function readItems (from: Source, fields: readonly Field[], path: readonly string[], keepEmpty: boolean): readonly Item[] | null {
  const items = itemIds(from.doc, keyOf(...path))
    .map(id => ({ id, values: readFields(from, fields, [...path, id]) }))
    .filter(item => keepEmpty || hasValues(item.values))
  return items.length > 0 ? items : null
}

function readNested (parts: readonly (readonly [string, Values])[]): Values | null {
  const filled = parts.filter(([, values]) => hasValues(values))
  return filled.length > 0 ? Object.fromEntries(filled) : null
}

function readAtomic (doc: Y.Doc, key: string): Value | null {
  const value = valuesOf(doc).get(key)
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
  return value
}

function readChoices (doc: Y.Doc, field: Extract<Field, { kind: 'choices' }>, key: string): Value | null {
  // One entry an option, so that two people ticking different boxes at once both get theirs.
  const chosen = field.options.map(option => option.id).filter(id => valuesOf(doc).get(keyOf(key, id)) === true)
  return chosen.length > 0 ? chosen : null
}

function readFiles (doc: Y.Doc, key: string): Value | null {
  const files = itemIds(doc, key).map(id => valuesOf(doc).get(keyOf(key, id, 'file')))
    .filter(file => typeof file === 'object' && 'hash' in file)
  return files.length > 0 ? files : null
}

function readField (from: Source, field: Field, path: readonly string[]): Value | null {
  const key = keyOf(...path)
  const { doc } = from
  switch (field.kind) {
    case 'text': return textOf(doc, key).toString().trim() || null
    case 'richText': return readRichText(richOf(doc, key), from.reading)
    case 'choices': return readChoices(doc, field, key)
    case 'contact': return nullIfEmpty(readFields(from, field.parts, path))
    case 'fixedTable': return readNested(field.rows.map(row => [row.id, readFields(from, field.columns, [...path, row.id])]))
    case 'freeTable': return readItems(from, field.columns, path, false)
    case 'group': return readItems(from, field.fields, path, true)
    case 'attachment': return readFiles(doc, key)
    case 'sum': return null
    default: return readAtomic(doc, key)
  }
}

/** One answer as it stands in a document: what `project` gives for it. `key` must name this question. */
export function answerAt (doc: Y.Doc, field: Field, key: string): Value | null {
  return readField({ doc, reading: 'decided' }, field, key.split('/'))
}

function nullIfEmpty (values: Values): Values | null {
  return hasValues(values) ? values : null
}

/**
 * Reads the live document as plain data, in the template's order. Reads only: nothing is created or repaired that would
 * be synced. Removed items and empty fields are absent; an empty item of a group (a tiltak just added) is kept, it counts.
 * Undecided suggestions are no part of it unless one asks for another `reading`.
 */
export function project (template: Template, doc: Y.Doc, reading: Reading = 'decided'): Projection {
  const fields = template.sections.flatMap(section => section.fields)
  return { template: { id: template.id, version: template.version }, values: readFields({ doc, reading }, fields, []) }
}
