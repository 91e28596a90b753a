import type { Undecided, UndecidedChange } from '@samskriv/shared/suggest'
import { placeOf, type Template } from '@samskriv/shared/template'
import { useMemo } from 'react'
import type * as Y from 'yjs'
import { useCompareWords } from '../compare/words.ts'
import { useSuggestionWords } from '../editor/index.ts'
import { useText } from '../i18n/index.ts'
import { usePlaceNames } from '../proposal/use-place.ts'
import { valueText } from '../proposal/use-change-text.ts'

/** What a suggestion would do, in a sentence: words put in or taken away, an answer changed, a tiltak added. */
export function useUndecidedWords (template: Template, doc: Y.Doc): (suggestion: Undecided) => string {
  const t = useText('suggest')
  const ofWords = useSuggestionWords()
  const answers = useCompareWords()
  const places = usePlaceNames(template, doc)
  return useMemo(() => {
    const ofChange = ({ change }: UndecidedChange): string => {
      if (change.kind !== 'answer') {
        const list = placeOf(template, change.list)?.fields.at(-1)
        const row = list?.kind === 'freeTable' && change.kind !== 'moved' ? list.columns.map(column => valueText(column, change.values[column.id], answers)).filter(text => text !== '').join(', ') : ''
        return row === '' ? places.of(change) : `${places.of(change)} («${row}»)`
      }
      const field = placeOf(template, change.key)?.fields.at(-1)
      const said = (value: typeof change.after): string => field === undefined || value === null ? '' : valueText(field, value, answers)
      const [old, words] = [said(change.before), said(change.after)]
      if (old === '') return t('answer', { words })
      return words === '' ? t('noAnswer', { old }) : t('otherAnswer', { old, words })
    }
    return suggestion => suggestion.kind === 'words' ? ofWords(suggestion) : ofChange(suggestion)
  }, [template, t, ofWords, answers, places])
}
