import { Input, Label } from '@digdir/designsystemet-react'
import { keyOf } from '@samskriv/shared/document'
import type { ChoicesField as Choices } from '@samskriv/shared/template'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { asOneStep, setValue } from '../live/set-value.ts'
import { useValues } from '../live/use-value.ts'
import { useForm } from '../setting.ts'
import { FieldGroup } from './fieldset.tsx'

/** Any number of answers. Each is stored by itself, so that two people ticking different ones at once both get theirs. */
export function ChoicesField ({ field, fieldKey }: { readonly field: Choices, readonly fieldKey: string }): ReactNode {
  const { answers, language, answersReadOnly } = useForm()
  const t = useText('form')
  const values = useValues(answers.doc, useMemo(() => field.options.map(option => keyOf(fieldKey, option.id)), [field, fieldKey]))
  const chosen = field.options.filter(option => values.get(keyOf(fieldKey, option.id)) === true)
  return (
    <FieldGroup field={field} fieldKey={fieldKey}>
      {answersReadOnly
        ? <p className="ss-value" data-none={chosen.length === 0 || undefined}>{chosen.length === 0 ? t('none') : chosen.map(option => option.label[language]).join(', ')}</p>
        : (
          <div className="ss-options">
            {field.options.map(option => {
              const key = keyOf(fieldKey, option.id)
              return (
                <div className="ds-field ss-option" key={option.id}>
                  <Input type="checkbox" id={elementId.field(key)} checked={chosen.includes(option)} onChange={event => { asOneStep(answers, () => { setValue(answers, key, event.target.checked ? true : undefined) }) }} />
                  <Label htmlFor={elementId.field(key)}>{option.label[language]}</Label>
                </div>
              )
            })}
          </div>
        )}
    </FieldGroup>
  )
}
