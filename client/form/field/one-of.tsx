import { Button, Input, Label } from '@digdir/designsystemet-react'
import { messages, format } from '@samskriv/shared/i18n'
import type { ChoiceField, YesNoField } from '@samskriv/shared/template'
import { type ReactNode, useRef } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { asOneStep, setValue } from '../live/set-value.ts'
import { useValue } from '../live/use-value.ts'
import { useForm } from '../setting.ts'
import { FieldGroup } from './fieldset.tsx'
import { useDescribedBy } from './frame.tsx'
import { FieldMessage } from './messages.tsx'
import { isUnread } from './shown.ts'
import { type Answer, useAnswers } from './use-answers.ts'

interface Props { readonly field: YesNoField | ChoiceField, readonly fieldKey: string }

/** One answer of a few: buttons to choose from, and a way back to no answer. */
export function OneOfField ({ field, fieldKey }: Props): ReactNode {
  const { answers: own, language, answersReadOnly } = useForm()
  const t = useText('form')
  const value = useValue(fieldKey)
  const answers = useAnswers(field)
  const first = useRef<HTMLInputElement>(null)
  const chosen = answers.find(answer => answer.value === value)
  const unread = isUnread(value) ? value.unread : null
  const choose = (next: Answer['value'] | undefined): void => { asOneStep(own, () => { setValue(own, fieldKey, next) }) }
  return (
    <FieldGroup field={field} fieldKey={fieldKey} hasMessage={unread !== null}>
      {unread !== null && <p className="ss-value">{unread}</p>}
      {answersReadOnly
        ? unread === null && <p className="ss-value" data-none={chosen === undefined || undefined}>{chosen?.label ?? t('none')}</p>
        : (
          <div className="ss-options" data-row={field.kind === 'yesNo' || undefined}>
            {answers.map((answer, index) => (
              <div className="ds-field ss-option" key={answer.id}>
                <Input
                  ref={index === 0 ? first : undefined} type="radio" id={`${elementId.field(fieldKey)}-${answer.id}`} name={elementId.field(fieldKey)}
                  checked={answer === chosen} aria-invalid={unread === null ? undefined : true} onChange={() => { choose(answer.value) }}
                />
                <Label htmlFor={`${elementId.field(fieldKey)}-${answer.id}`}>{answer.label}</Label>
              </div>
            ))}
            {/* Its room is kept while there is nothing to clear: what stands below does not move. Once pressed it is gone, and the focus goes to the first answer. */}
            <Button variant="tertiary" data-size="sm" data-color="neutral" className="ss-clear" data-unneeded={value === undefined || undefined} onClick={() => { choose(undefined); first.current?.focus() }}>{t('clear')}</Button>
          </div>
        )}
      {unread !== null && <FieldMessage fieldKey={fieldKey}>{format(language, messages[language].field[field.kind === 'yesNo' ? 'not-yes-no' : 'not-an-option'])}</FieldMessage>}
    </FieldGroup>
  )
}

/** One answer of a few in a cell of a table. */
export function OneOfCell ({ field, fieldKey, labelledBy }: Props & { readonly labelledBy: string }): ReactNode {
  const { answers: own, language, answersReadOnly } = useForm()
  const t = useText('form')
  const value = useValue(fieldKey)
  const answers = useAnswers(field)
  const chosen = answers.find(answer => answer.value === value)
  const unread = isUnread(value) ? value.unread : null
  const described = useDescribedBy({ label: field.label, kind: field.kind }, fieldKey, unread !== null)
  if (answersReadOnly) return <p className="ss-value" data-none={value === undefined || undefined}>{unread ?? chosen?.label ?? '–'}</p>
  return (
    <>
      <select
        className="ds-input ss-input ss-select" id={elementId.field(fieldKey)} aria-labelledby={labelledBy} value={unread === null ? chosen?.id ?? '' : 'unread'}
        aria-invalid={unread === null ? undefined : true} aria-describedby={described}
        onChange={event => {
          const next = answers.find(answer => answer.id === event.target.value)?.value
          asOneStep(own, () => { setValue(own, fieldKey, next) })
        }}
      >
        <option value="">{t('choose')}</option>
        {unread !== null && <option value="unread" disabled>{unread}</option>}
        {answers.map(answer => <option key={answer.id} value={answer.id}>{answer.label}</option>)}
      </select>
      {unread !== null && <FieldMessage fieldKey={fieldKey}>{format(language, messages[language].field['not-an-option'])}</FieldMessage>}
    </>
  )
}
