import { newLine, newParagraph } from '@samskriv/shared/rich-text'
import type { Suggestion } from '@samskriv/shared/suggest'
import { useMemo } from 'react'
import { useText } from '../../i18n/index.ts'

/** More of a suggestion's words than this is cut in the middle: enough to know it again. */
const most = 120

/** Words on one line, with what begins a new paragraph as ¶. */
export function onOneLine (words: string): string {
  const line = words.replaceAll(newParagraph, ' ¶ ').replaceAll(newLine, ' ↵ ').replaceAll(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 30).trimEnd()} … ${line.slice(-25).trimStart()}`
}

/** What a suggestion would do, in a sentence. */
export function useSuggestionWords (): (suggestion: Pick<Suggestion, 'inserted' | 'deleted'>) => string {
  const t = useText('editor')
  return useMemo(() => ({ inserted, deleted }) => {
    if (deleted === '') return t('suggestsInsert', { words: onOneLine(inserted) })
    if (inserted === '') return t('suggestsDelete', { words: onOneLine(deleted) })
    return t('suggestsReplace', { old: onOneLine(deleted), words: onOneLine(inserted) })
  }, [t])
}
