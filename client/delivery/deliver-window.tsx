import { Button, Field, Label, Paragraph, Select, Spinner, Textfield } from '@digdir/designsystemet-react'
import { PackageIcon } from '@navikt/aksel-icons'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import { languages, type Language } from '@samskriv/shared/base'
import { dayInOslo, longestInDelivery } from '@samskriv/shared/delivery'
import type { VersionMeta } from '@samskriv/shared/version'
import { asking } from '@samskriv/shared/workflow'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { deliver, type Failure } from '../api/index.ts'
import { useFormat, useLanguage, useText } from '../i18n/index.ts'
import type { Rights } from '../page/use-rights.ts'
import { announce } from '../ui/announce.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { Window, WindowActions } from '../ui/window.tsx'
import './delivery.css'

/** What delivering needs to know. `version`: the locked one. */
export interface DeliverWindowProps {
  readonly open: boolean
  readonly view: BehovsmeldingView
  readonly version: VersionMeta
  readonly rights: Rights
  readonly onClose: () => void
  readonly onDelivered: () => void
}

const names: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

// What the plan holds against the fields as they are filled in; the server asks the same.
function wrongField (why: ReturnType<Rights['why']>): string | null {
  const field = why?.facts?.['field']
  return why?.code === 'invalid' && typeof field === 'string' ? field : null
}

interface Facts { readonly on: string, readonly to: string, readonly reference: string, readonly language: Language }

/** Stands where the fields were while the package is made: what is on its way, and that it takes a while. */
function InTheMaking ({ facts }: { readonly facts: Facts }): ReactNode {
  const t = useText('delivery')
  const format = useFormat()
  return (
    <div className='ss-in-the-making'>
      <Spinner aria-hidden='true' data-size='md' />
      <div>
        <Paragraph data-size='sm'>{t('toAndWhen', { to: facts.to, when: format.date(facts.on) })}</Paragraph>
        <Paragraph data-size='sm' className='ss-quiet'>{t('making')}</Paragraph>
      </div>
    </div>
  )
}

interface FieldsProps { readonly facts: Facts, readonly lockedOn: string, readonly today: string, readonly wrong: string | null, readonly onChange: (change: Partial<Facts>) => void }

function Fields ({ facts, lockedOn, today, wrong, onChange }: FieldsProps): ReactNode {
  const t = useText('delivery')
  return (
    <>
      <Textfield
        data-size='sm' label={t('to')} description={t('toWhy')} value={facts.to} maxLength={longestInDelivery.to}
        error={wrong === 'to' ? t('toMissing') : undefined} onChange={event => { onChange({ to: event.target.value }) }}
      />
      <div className='ss-deliver-row'>
        <Textfield
          type='date' data-size='sm' label={t('on')} value={facts.on} min={lockedOn} max={today}
          error={wrong === 'on' ? t('onWrong') : undefined} onChange={event => { onChange({ on: event.target.value }) }}
        />
        <Textfield
          data-size='sm' label={t('reference')} value={facts.reference} maxLength={longestInDelivery.reference}
          onChange={event => { onChange({ reference: event.target.value }) }}
        />
      </div>
      <Field data-size='sm' className='ss-deliver-language'>
        <Label>{t('language')}</Label>
        <Field.Description>{t('languageWhy')}</Field.Description>
        <Select value={facts.language} onChange={event => { onChange({ language: languages.find(one => one === event.target.value) ?? 'nb' }) }}>
          {languages.map(one => <option key={one} value={one} lang={one}>{names[one]}</option>)}
        </Select>
      </Field>
    </>
  )
}

function DeliverForm ({ view, version, rights, onClose, onDelivered }: DeliverWindowProps): ReactNode {
  const t = useText('delivery')
  const language = useLanguage()
  const [today] = useState(() => dayInOslo(Date.now()))
  const [facts, setFacts] = useState<Facts>({ on: today, to: view.deliveries.at(-1)?.to ?? '', reference: '', language })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const why = rights.why(asking.deliver(rights.situation, { version: version.number, ...facts }))
  const wrong = tried ? wrongField(why) : null
  async function deliverNow (): Promise<void> {
    setBusy(true)
    announce(t('making'))
    const answer = await deliver(view.id, { version: version.number, ...facts })
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    announce(t('done', { n: answer.value.version }))
    onDelivered()
    onClose()
  }
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    setTried(true)
    setFailure(why === null || wrongField(why) !== null ? null : why)
    if (why === null && !busy) void deliverNow()
  }
  return (
    <form className='ss-stack' onSubmit={submit} noValidate>
      <Paragraph data-size='sm'>{t('lead', { n: version.number })}</Paragraph>
      {busy ? <InTheMaking facts={facts} /> : <Fields facts={facts} lockedOn={dayInOslo(Date.parse(version.at))} today={today} wrong={wrong} onChange={change => { setFacts({ ...facts, ...change }) }} />}
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button type='submit' loading={busy}><PackageIcon aria-hidden='true' />{t('deliver')}</Button>
        <Button variant='tertiary' onClick={onClose}>{busy ? t('closeMeanwhile') : t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}

/** Hands in the locked version: to whom, when, under what reference; says what becomes of it while the package is made. */
export function DeliverWindow (props: DeliverWindowProps): ReactNode {
  const t = useText('delivery')
  return <Window open={props.open} title={t('deliverTitle', { n: props.version.number })} onClose={props.onClose}><DeliverForm {...props} /></Window>
}
