import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { FileImportIcon } from '@navikt/aksel-icons'
import type { Template } from '@samskriv/shared/template'
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react'
import type { Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { IntakeWindow } from './intake-window.tsx'
import { keepTextFirst } from './keep-first.ts'
import { LeftoversPanel } from './leftovers-panel.tsx'
import type { IntakePlan } from './merge.ts'
import { mostMegabytes, readTextFile } from './text-file.ts'

/** What taking text in needs. */
export interface IntakePanelProps {
  readonly template: Template
  readonly session: LiveSession
  readonly readOnly: boolean
}

interface Chosen { readonly name: string, readonly plan: IntakePlan }
type Trouble = 'too-large' | 'not-text' | 'nothing'

// The reader of forms is asked for when there is something to read.
async function readFile (file: File, template: Template, session: LiveSession): Promise<Chosen | Trouble> {
  const read = await readTextFile(file)
  if (!read.ok) return read.why
  const { planIntake } = await import('./merge.ts')
  const plan = planIntake(template, session.doc, read.text)
  return plan.placed.length + plan.leftovers.length === 0 ? 'nothing' : { name: file.name, plan }
}

function Intake ({ template, session }: IntakePanelProps): ReactNode {
  const t = useText('version')
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [taken, setTaken] = useState<{ readonly count: number, readonly before: number } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  async function choose (event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file === undefined) return
    const found = await readFile(file, template, session)
    setTaken(null)
    setTrouble(typeof found === 'string' ? found : null)
    setChosen(typeof found === 'string' ? null : found)
    setFailure(null)
  }
  async function take (plan: IntakePlan): Promise<void> {
    setBusy(true)
    const [kept, { takeIn }] = await Promise.all([keepTextFirst(session), import('./merge.ts')])
    setBusy(false)
    setFailure(kept.ok ? null : kept.refusal)
    if (!kept.ok) return
    // A change of its own in the history: taking it back takes back nothing typed before or after.
    session.undo.stopCapturing()
    takeIn(template, session.doc, plan, session.origin, Date.now())
    session.undo.stopCapturing()
    setChosen(null)
    setTaken({ count: plan.placed.length, before: kept.value.number })
  }
  const troubles: Readonly<Record<Trouble, string>> = { 'too-large': t('intakeTooLarge', { most: mostMegabytes }), 'not-text': t('intakeNotText'), 'nothing': t('intakeNothing') }
  return (
    <section className='ss-stack-close'>
      <Heading level={3} data-size='2xs'>{t('intake')}</Heading>
      <Paragraph data-size='sm'>{t('intakeLead')}</Paragraph>
      <input ref={input} type='file' accept='.txt,text/plain' hidden onChange={event => { void choose(event) }} />
      <Button variant='secondary' data-size='sm' onClick={() => { input.current?.click() }}><FileImportIcon aria-hidden='true' />{t('intakeChoose')}</Button>
      <output className='ss-block'>
        {trouble === null ? null : <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{troubles[trouble]}</Paragraph></Alert>}
        {taken === null ? null : (
          <Alert data-color='success' data-size='sm'>
            <Paragraph data-size='sm'>{t('intakeDone', { count: taken.count })} {t('intakeKeptAs', { n: taken.before })}</Paragraph>
            <Button variant='tertiary' data-size='sm' onClick={() => { session.undo.undo(); setTaken(null) }}>{t('undo')}</Button>
          </Alert>
        )}
      </output>
      <IntakeWindow template={template} chosen={chosen} busy={busy} failure={failure} onTake={plan => { void take(plan) }} onClose={() => { setChosen(null) }} />
    </section>
  )
}

/** Taking text in, for those who may write, and what is left over from it. */
export function IntakePanel (props: IntakePanelProps): ReactNode {
  const t = useText('version')
  return (
    <div className='ss-stack'>
      {props.readOnly ? <Paragraph data-size='sm' className='ss-quiet'>{t('intakeReadOnly')}</Paragraph> : <Intake {...props} />}
      <LeftoversPanel template={props.template} session={props.session} readOnly={props.readOnly} />
    </div>
  )
}
