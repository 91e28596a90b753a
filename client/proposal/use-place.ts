import { keyOfChange, type ProposedChange } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { useMemo } from 'react'
import type * as Y from 'yjs'
import { useLanguage, useText } from '../i18n/index.ts'
import { itemWords, placeWords } from './place.ts'

/** Words for where changes are, and for items. */
export interface PlaceNames {
  /** What a change is about: the tiltak, the question, the row; for items also what is to become of them. */
  of(change: ProposedChange): string
  /** The item something is put behind. */
  item(list: string, item: string): string
}

const nameIn = (change: ProposedChange, nameField: string): string => {
  const name = change.kind === 'added' || change.kind === 'removed' ? change.values[nameField] : undefined
  return typeof name === 'string' ? name.trim() : ''
}

/** Names places as they stand in the living text when asked. */
export function usePlaceNames (template: Template, doc: Y.Doc): PlaceNames {
  const t = useText('proposal')
  const language = useLanguage()
  return useMemo(() => {
    const texts = { language, row: (n: number) => t('row', { n }), gone: (name: string) => t('goneItem', { name }) }
    const ofItem = (change: Exclude<ProposedChange, { kind: 'answer' }>): string => {
      const field = template.sections.flatMap(section => section.fields).find(one => one.id === change.list)
      const name = field?.kind === 'group' ? nameIn(change, field.nameField) : ''
      const place = placeWords(template, doc, change.list, texts).parts.join(', ')
      if (change.kind === 'added') return t('addItem', { item: name === '' ? place || t('nameless') : name })
      const { text } = itemWords(template, doc, change.list, change.item, name, texts)
      const item = field?.kind === 'group' ? text : [place, text].filter(part => part !== '').join(', ')
      return change.kind === 'removed' ? t('removeItem', { item }) : t('moveItem', { item })
    }
    return {
      of: change => change.kind === 'answer' ? placeWords(template, doc, keyOfChange(change), texts).parts.join(', ') : ofItem(change),
      item: (list, item) => itemWords(template, doc, list, item, '', texts).text,
    }
  }, [template, doc, language, t])
}
