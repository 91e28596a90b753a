import { type AtomicField, parseAnswer } from '@samskriv/shared/field'
import { format, messages } from '@samskriv/shared/i18n'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { asOneStep, setValue } from '../live/set-value.ts'
import { useValue } from '../live/use-value.ts'
import { useForm } from '../setting.ts'
import { FieldFrame, useDescribedBy } from './frame.tsx'
import { Advice, FieldMessage } from './messages.tsx'
import { shownValue, storedValue, troubleOf } from './shown.ts'

/** How long one pauses before a number being typed is taken, in ms: sums follow, and closing the tab loses nothing. */
const pauseMs = 400

interface ControlProps {
  readonly field: AtomicField
  readonly fieldKey: string
  readonly labelledBy?: string | undefined
}

/**
 * An amount, a count, a percentage or a date: typed as text, read when one leaves, pauses or presses Enter, stored whole.
 * What cannot be read is kept for all to see, with a message. While one types, what others set waits; Escape takes theirs.
 */
export function ParsedControl ({ field, fieldKey, labelledBy }: ControlProps): ReactNode {
  const { answers, language, answersReadOnly } = useForm()
  const t = useText('form')
  const value = useValue(fieldKey)
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => { clearTimeout(timer.current) }, [])
  // One may begin to suggest in the middle of a number: what waits then must not be written where one no longer writes.
  const target = useRef(answers)
  useEffect(() => { target.current = answers }, [answers])
  const shown = draft ?? shownValue(field, value, language)
  const trouble = draft === null ? troubleOf(field, value) : null
  const described = useDescribedBy(field, fieldKey, trouble !== null)
  const message = trouble === null ? null : <FieldMessage fieldKey={fieldKey}>{format(language, messages[language].field[trouble])}</FieldMessage>

  if (answersReadOnly) return <><p className="ss-value" data-kind={field.kind} data-none={shown === '' || undefined}>{shown === '' ? labelledBy === undefined ? t('none') : '–' : shown}</p>{message}</>

  const take = (text: string): void => {
    clearTimeout(timer.current)
    setDraft(null)
    const stored = storedValue(field, text)
    asOneStep(answers, () => { setValue(answers, fieldKey, stored) })
  }
  const type = (text: string): void => {
    setDraft(text)
    clearTimeout(timer.current)
    const parsed = parseAnswer(field, text)
    if (parsed.ok) timer.current = setTimeout(() => { if (target.current === answers) setValue(answers, fieldKey, parsed.value) }, pauseMs)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' && draft !== null) take(draft)
    // What is being typed here is not in the document yet: the browser's own undo knows it.
    if (draft !== null && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') event.stopPropagation()
    if (event.key !== 'Escape' || draft === null) return
    clearTimeout(timer.current)
    setDraft(null)
    event.stopPropagation()
  }
  return (
    <>
      <input
        type="text" className="ds-input ss-input" data-kind={field.kind} id={elementId.field(fieldKey)} aria-labelledby={labelledBy}
        inputMode={field.kind === 'percentage' ? 'decimal' : field.kind === 'date' ? 'text' : 'numeric'} autoComplete="off" spellCheck={false}
        aria-invalid={trouble === null ? undefined : true} aria-describedby={described} value={shown}
        onChange={event => { type(event.target.value) }} onKeyDown={press} onBlur={() => { if (draft !== null) take(draft) }}
      />
      {message}
    </>
  )
}

/** A number or a date with its question. */
export function ParsedField ({ field, fieldKey }: { readonly field: AtomicField, readonly fieldKey: string }): ReactNode {
  const t = useText('form')
  return (
    <FieldFrame field={field} fieldKey={fieldKey}>
      <div className="ss-parsed" data-kind={field.kind}>
        <ParsedControl field={field} fieldKey={fieldKey} />
        {field.kind === 'amount' && <span className="ss-unit" aria-hidden="true">{t('kroner')}</span>}
      </div>
      <Advice fieldKey={fieldKey} />
    </FieldFrame>
  )
}
