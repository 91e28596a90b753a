import { messages } from '@samskriv/shared/i18n'
import type { ChoiceField, YesNoField } from '@samskriv/shared/template'
import { useMemo } from 'react'
import { useForm } from '../setting.ts'

/** An answer to choose: what is stored, and what is shown. */
export interface Answer { readonly id: string, readonly value: string | boolean, readonly label: string }

/** What one can choose from. */
export function useAnswers (field: YesNoField | ChoiceField): readonly Answer[] {
  const { language } = useForm()
  return useMemo(() => {
    if (field.kind === 'choice') return field.options.map(option => ({ id: option.id, value: option.id, label: option.label[language] }))
    const { word } = messages[language]
    return [{ id: 'yes', value: true, label: String(word.yes) }, { id: 'no', value: false, label: String(word.no) }]
  }, [field, language])
}
