import type { Field } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { elementId } from '../element-id.ts'
import { AnswerNote, Note } from '../notes.ts'
import { useForm } from '../setting.ts'
import { FieldComments } from '../comment-mark.tsx'
import { ControlBox } from './control-box.tsx'
import { Guidance, MustMark, useDescribedBy } from './frame.tsx'

interface Props {
  readonly field: Pick<Field, 'label' | 'guidance' | 'kind'>
  readonly fieldKey: string
  readonly hasMessage?: boolean
  readonly children: ReactNode
}

/** A question answered by several controls together. */
export function FieldGroup ({ field, fieldKey, hasMessage = false, children }: Props): ReactNode {
  const { language } = useForm()
  const described = useDescribedBy(field, fieldKey, hasMessage)
  return (
    <fieldset className="ss-field ss-fieldset" data-key={fieldKey} data-kind={field.kind} aria-describedby={described}>
      <legend className="ss-question" id={elementId.label(fieldKey)}>{field.label[language]}<MustMark fieldKey={fieldKey} /></legend>
      <FieldComments fieldKey={fieldKey} />
      <Guidance field={field} fieldKey={fieldKey} />
      <Note fieldKey={fieldKey} />
      <ControlBox fieldKey={fieldKey}>{children}</ControlBox>
      <AnswerNote fieldKey={fieldKey} />
    </fieldset>
  )
}
