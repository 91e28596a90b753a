import { asItems } from '@samskriv/shared/compare'
import type { Value, Values } from '@samskriv/shared/document'
import type { ProposedChange } from '@samskriv/shared/proposal'
import { plainText, type RichTextNode } from '@samskriv/shared/rich-text'
import { placeOf, type Field, type Template } from '@samskriv/shared/template'
import { useCallback } from 'react'
import { useCompareWords, type CompareWords } from '../compare/words.ts'

const lines = (texts: readonly string[]): string => texts.filter(text => text !== '').join('\n')

function valuesText (fields: readonly Field[], values: Values, words: CompareWords): string {
  return lines(fields.map(field => {
    const text = valueText(field, values[field.id], words)
    return text === '' ? '' : `${words.question(field)}: ${text}`
  }))
}

/** An answer as plain text, in the language of the page. */
export function valueText (field: Field, value: Value | undefined, words: CompareWords): string {
  if (value === undefined) return ''
  switch (field.kind) {
    case 'richText': return plainText(value as RichTextNode).trim()
    case 'choices': return Array.isArray(value) ? value.map(id => words.option(field, String(id))).join(', ') : ''
    case 'attachment': return Array.isArray(value) ? lines(value.map(file => typeof file === 'object' && 'name' in file ? String(file.name) : '')) : ''
    case 'fixedTable': return lines(field.rows.map(row => valuesText(field.columns, ((value as Values)[row.id] ?? {}) as Values, words)))
    case 'freeTable': return lines(asItems(value).map(item => valuesText(field.columns, item.values, words)))
    case 'group': case 'contact': case 'sum': return ''
    default: return typeof value === 'object' && !('unread' in value) ? '' : words.value(field, value as Parameters<CompareWords['value']>[1])
  }
}

/** Gives what there is to copy of a change: what was written, as the form shows it. Empty where something was only taken away or moved. */
export function useChangeText (template: Template): (change: ProposedChange) => string {
  const words = useCompareWords()
  return useCallback(change => {
    if (change.kind === 'removed' || change.kind === 'moved') return ''
    const field = placeOf(template, change.kind === 'answer' ? change.key : change.list)?.fields.at(-1)
    if (field === undefined) return ''
    if (change.kind === 'answer') return change.after === null ? '' : valueText(field, change.after, words)
    return field.kind === 'group' ? valuesText(field.fields, change.values, words) : field.kind === 'freeTable' ? valuesText(field.columns, change.values, words) : ''
  }, [template, words])
}
