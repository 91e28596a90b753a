import { Label } from '@digdir/designsystemet-react'
import type { Field } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { AnswerNote, Note } from '../notes.ts'
import { useForm } from '../setting.ts'
import { FieldComments } from '../comment-mark.tsx'
import { useMissing } from './messages.tsx'
import { ControlBox, useIsOwnSuggestion } from './control-box.tsx'

interface Props {
  readonly field: Pick<Field, 'label' | 'guidance' | 'kind'>
  readonly fieldKey: string
  /** `label`: for one native control. `heading`: the question names something larger. */
  readonly question?: 'label' | 'heading'
  readonly children: ReactNode
}

/** Says that an answer is asked for, while there is none. */
export function MustMark ({ fieldKey }: { readonly fieldKey: string }): ReactNode {
  const t = useText('form')
  return useMissing(fieldKey) ? <span className="ss-must"> {t('must')}</span> : null
}

/** What helps the person who answers, under the question. */
export function Guidance ({ field, fieldKey }: { readonly field: Props['field'], readonly fieldKey: string }): ReactNode {
  const { language } = useForm()
  return field.guidance === undefined ? null : <p className="ss-guidance" id={elementId.guidance(fieldKey)}>{field.guidance[language]}</p>
}

/** Ids of what describes a field, for `aria-describedby`. */
export function describedBy (field: Props['field'], key: string, hasMessage: boolean): string | undefined {
  const ids = [field.guidance === undefined ? [] : elementId.guidance(key), hasMessage ? elementId.message(key) : []].flat()
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** Ids of what describes a field, that it shows one's own suggestion among it. */
export function useDescribedBy (field: Props['field'], key: string, hasMessage: boolean): string | undefined {
  const isSuggested = useIsOwnSuggestion(key)
  const described = describedBy(field, key, hasMessage)
  return isSuggested ? [described ?? [], elementId.suggested(key)].flat().join(' ') : described
}

/** A question with its guidance and its answer. */
export function FieldFrame ({ field, fieldKey, question = 'label', children }: Props): ReactNode {
  const { language, answersReadOnly } = useForm()
  const text = <>{field.label[language]}<MustMark fieldKey={fieldKey} /></>
  const isLabel = question === 'label' && !answersReadOnly
  // Headings people write begin at level 4: above a text of the form's own there is a heading of level 3, as in a tiltak.
  const Question = field.kind === 'richText' && !fieldKey.includes('/') ? 'h3' : 'p'
  return (
    <div className="ss-field" data-key={fieldKey} data-kind={field.kind}>
      {isLabel
        ? <Label className="ss-question" id={elementId.label(fieldKey)} htmlFor={elementId.field(fieldKey)}>{text}</Label>
        : <Question className="ss-question" id={elementId.label(fieldKey)}>{text}</Question>}
      <FieldComments fieldKey={fieldKey} />
      <Guidance field={field} fieldKey={fieldKey} />
      <Note fieldKey={fieldKey} />
      <ControlBox fieldKey={fieldKey}>{children}</ControlBox>
      <AnswerNote fieldKey={fieldKey} />
    </div>
  )
}
