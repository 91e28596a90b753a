import { checkFormat } from '@samskriv/shared/field'
import { longestLine } from '@samskriv/shared/proposal'
import { messages, format as put } from '@samskriv/shared/i18n'
import type { TextField } from '@samskriv/shared/template'
import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { useLine, useLineText } from '../live/use-line.ts'
import { useForm } from '../setting.ts'
import { FieldFrame, useDescribedBy } from './frame.tsx'
import { onLineBreak, onLinePaste } from './one-line.ts'
import { FieldMessage } from './messages.tsx'

interface ControlProps {
  readonly field: TextField
  readonly fieldKey: string
  /** Ids of what names it, where no label does. */
  readonly labelledBy?: string | undefined
}

const native = {
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'off' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'off' },
  account: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
  organisation: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
} as const

/** One line of text that several people may write in at once. */
export function LineControl (props: ControlProps): ReactNode {
  const { answersReadOnly } = useForm()
  const { format } = props.field
  if (answersReadOnly) return <LineReading fieldKey={props.fieldKey} none={props.labelledBy === undefined ? undefined : '–'} />
  return format === undefined || format === 'plain' ? <PlainLine {...props} /> : <FormatLine {...props} format={format} />
}

function LineReading ({ fieldKey, none }: { readonly fieldKey: string, readonly none: string | undefined }): ReactNode {
  const { answers } = useForm()
  const t = useText('form')
  const text = useLineText(answers.doc, fieldKey).trim()
  return text === '' ? <p className="ss-value ss-value--none">{none ?? t('none')}</p> : <p className="ss-value">{text}</p>
}

// A text area that is one line: it grows with long names instead of hiding their end. Enter and pasted breaks make no line.
function PlainLine ({ field, fieldKey, labelledBy }: ControlProps): ReactNode {
  const { suggests } = useForm()
  const bound = useLine<HTMLTextAreaElement>(fieldKey)
  return (
    <textarea
      ref={bound} rows={1} className="ds-input ss-input ss-input--line" id={elementId.field(fieldKey)} aria-labelledby={labelledBy} autoComplete="off"
      aria-describedby={useDescribedBy(field, fieldKey, false)} maxLength={suggests === null ? undefined : longestLine} onBeforeInput={onLineBreak} onPaste={onLinePaste}
    />
  )
}

function FormatLine ({ field, fieldKey, labelledBy, format }: ControlProps & { readonly format: keyof typeof native }): ReactNode {
  const { answers, language, suggests } = useForm()
  const bound = useLine<HTMLInputElement>(fieldKey)
  const [inside, setInside] = useState(false)
  const parsed = checkFormat(format, useLineText(answers.doc, fieldKey))
  // Nobody is told off in the middle of a number.
  const trouble = parsed.ok || parsed.reason === 'empty' || inside ? null : parsed.reason
  return (
    <>
      <input
        ref={bound} {...native[format]} className="ds-input ss-input" id={elementId.field(fieldKey)} aria-labelledby={labelledBy} spellCheck={false}
        data-advice={trouble === null ? undefined : true} aria-describedby={useDescribedBy(field, fieldKey, trouble !== null)} maxLength={suggests === null ? undefined : longestLine}
        onFocus={() => { setInside(true) }} onBlur={() => { setInside(false) }}
      />
      {trouble !== null && <FieldMessage fieldKey={fieldKey} advice>{put(language, messages[language].field[trouble])}</FieldMessage>}
    </>
  )
}

/** A short text with its question. */
export function LineField ({ field, fieldKey }: { readonly field: TextField, readonly fieldKey: string }): ReactNode {
  return <FieldFrame field={field} fieldKey={fieldKey}><LineControl field={field} fieldKey={fieldKey} /></FieldFrame>
}
