import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { ArrowUndoIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import { parties, type Attendant } from '@samskriv/shared/api'
import { longest } from '@samskriv/shared/workflow'
import { useRef, useState, type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'

/** Somebody new among those who took part. */
const nobody: Attendant = { name: '', function: '', party: 'arbeidstaker', union: '' }

interface RowProps {
  readonly attendant: Attendant
  readonly number: number
  readonly nameless: boolean
  readonly onChange: (next: Attendant) => void
  readonly onRemove: () => void
}

function AttendantRow ({ attendant, number, nameless, onChange, onRemove }: RowProps): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const line = (part: 'name' | 'function' | 'union', label: string): ReactNode => (
    <Textfield
      data-size='sm' label={label} value={attendant[part]} maxLength={longest.name} error={part === 'name' && nameless ? t('nameMissing') : undefined}
      onChange={event => { onChange({ ...attendant, [part]: event.target.value }) }}
    />
  )
  return (
    <li>
      <fieldset className='ss-attendant'>
        <legend className='ss-unseen'>{t('attendantNumber', { n: number })}</legend>
        {line('name', t('name'))}
        {line('function', t('function'))}
        <Field data-size='sm'>
          <Label>{t('party')}</Label>
          <Select value={attendant.party} onChange={event => { onChange({ ...attendant, party: parties.find(one => one === event.target.value) ?? 'eier' }) }}>
            {parties.map(party => <option key={party} value={party}>{names.party(party)}</option>)}
          </Select>
        </Field>
        {attendant.party === 'arbeidstaker' ? line('union', t('union')) : null}
        <Button icon variant='tertiary' data-color='neutral' data-size='sm' aria-label={t('removeAttendant', { name: attendant.name === '' ? String(number) : attendant.name })} onClick={onRemove}><TrashIcon aria-hidden='true' /></Button>
      </fieldset>
    </li>
  )
}

/** Those who took part, each with what they are and for whom. `tried`: somebody wanted to go on, so what is missing is said. */
export function Attendants ({ attendants, tried, onChange }: { readonly attendants: readonly Attendant[], readonly tried: boolean, readonly onChange: (next: readonly Attendant[]) => void }): ReactNode {
  const t = useText('medbestemmelse')
  const [removed, setRemoved] = useState<{ readonly attendant: Attendant, readonly index: number } | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const undo = useRef<HTMLButtonElement>(null)
  const remove = (index: number): void => {
    const attendant = attendants[index]
    if (attendant === undefined) return
    setRemoved({ attendant, index })
    onChange(attendants.toSpliced(index, 1))
    requestAnimationFrame(() => { undo.current?.focus() })
  }
  const add = (): void => {
    onChange([...attendants, nobody])
    requestAnimationFrame(() => { list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus() })
  }
  const bringBack = (): void => {
    if (removed === null) return
    onChange(attendants.toSpliced(removed.index, 0, removed.attendant))
    setRemoved(null)
    requestAnimationFrame(() => { list.current?.querySelector<HTMLInputElement>(`li:nth-child(${removed.index + 1}) input`)?.focus() })
  }
  return (
    <div className='ss-stack-close'>
      <ul className='ss-attendants' ref={list}>
        {attendants.map((attendant, index) => (
          // Nothing but their place tells two apart who have no name yet.
          // oxlint-disable-next-line react/no-array-index-key
          <AttendantRow key={index} attendant={attendant} number={index + 1} nameless={tried && attendant.name.trim() === ''} onChange={next => { onChange(attendants.with(index, next)) }} onRemove={() => { remove(index) }} />
        ))}
      </ul>
      <div className='ss-round-actions'>
        <Button variant='secondary' data-size='sm' onClick={add}><PlusIcon aria-hidden='true' />{t('addAttendant')}</Button>
        {removed === null ? null : <Button ref={undo} variant='tertiary' data-size='sm' onClick={bringBack}><ArrowUndoIcon aria-hidden='true' />{t('undoRemove', { name: removed.attendant.name })}</Button>}
      </div>
    </div>
  )
}
