import { Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import type { AuditPage } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { kindName, personName } from './sentence.ts'

/** What is chosen; '' is no choice. Dates as the browser's date field gives them (`2026-11-22`). */
export interface Chosen { readonly person: string, readonly action: string, readonly refused: boolean, readonly since: string, readonly until: string }

/** Nothing chosen: everything is shown. */
export const nothingChosen: Chosen = { person: '', action: '', refused: false, since: '', until: '' }

/** What the log can be narrowed by, and what is chosen. */
export interface FiltersProps {
  readonly page: AuditPage
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

/** Person, kind of step, dates, and whether only refusals. Each choice counts at once. */
export function Filters ({ page, chosen, onChoose }: FiltersProps): ReactNode {
  const t = useText('audit')
  const choose = (part: Partial<Chosen>): void => { onChoose({ ...chosen, ...part }) }
  const kinds = page.actions.map(action => ({ action, name: kindName(t, action) })).toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
  const isNarrowed = chosen !== nothingChosen
  return (
    <fieldset className='ss-audit-filters' data-size='sm'>
      <legend className='ss-unseen'>{t('filters')}</legend>
      <Field>
        <Label>{t('person')}</Label>
        <Select value={chosen.person} onChange={event => { choose({ person: event.target.value }) }}>
          <Select.Option value=''>{t('everybody')}</Select.Option>
          {page.people.map(person => <Select.Option key={person.id} value={person.id}>{personName(t, person)}</Select.Option>)}
        </Select>
      </Field>
      <Field>
        <Label>{t('kind')}</Label>
        <Select value={chosen.action} onChange={event => { choose({ action: event.target.value }) }}>
          <Select.Option value=''>{t('everyKind')}</Select.Option>
          {kinds.map(({ action, name }) => <Select.Option key={action} value={action}>{name}</Select.Option>)}
        </Select>
      </Field>
      <Textfield type='date' label={t('since')} value={chosen.since} max={chosen.until} onChange={event => { choose({ since: event.target.value }) }} />
      <Textfield type='date' label={t('until')} value={chosen.until} min={chosen.since} onChange={event => { choose({ until: event.target.value }) }} />
      <div className='ss-audit-last-filter'>
        <Checkbox label={t('refusedOnly')} value='refused' checked={chosen.refused} onChange={event => { choose({ refused: event.target.checked }) }} />
        {isNarrowed ? <Button variant='tertiary' data-size='sm' onClick={() => { onChoose(nothingChosen) }}>{t('clear')}</Button> : null}
      </div>
    </fieldset>
  )
}
