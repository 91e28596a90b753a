import { Button, Field, Fieldset, Label, Paragraph, Radio, Skeleton, Textfield } from '@digdir/designsystemet-react'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { startBehovsmelding, type Failure } from '../api/index.ts'
import { useLanguage, useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { Window, WindowActions } from '../ui/window.tsx'

/** Longest title taken. The server has the same bound. */
const titleLength = 200

function useTemplates (): readonly Template[] | null {
  const [templates, setTemplates] = useState<readonly Template[] | null>(null)
  useEffect(() => {
    let here = true
    // The forms are data of their own weight: they come when somebody is about to choose one.
    async function find (): Promise<void> {
      const found = await import('@samskriv/shared/template')
      if (here) setTemplates(found.templates)
    }
    void find()
    return () => { here = false }
  }, [])
  return templates
}

interface TemplateChoiceProps { readonly templates: readonly Template[], readonly chosen: string, readonly onChoose: (id: string) => void }

function TemplateChoice ({ templates, chosen, onChoose }: TemplateChoiceProps): ReactNode {
  const t = useText('list')
  const language = useLanguage()
  const only = templates.length === 1 ? templates[0] : undefined
  if (only !== undefined) {
    return <div><Label>{t('form')}</Label><Paragraph data-size='sm'>{only.title[language]}<br /><span className='ss-quiet'>{only.issuer[language]} · {only.id}</span></Paragraph></div>
  }
  return (
    <Fieldset>
      <Fieldset.Legend>{t('form')}</Fieldset.Legend>
      {templates.map(one => (
        <Radio key={one.id} name='template' value={one.id} label={one.title[language]} description={`${one.issuer[language]} · ${one.id}`} checked={one.id === chosen} onChange={() => { onChoose(one.id) }} />
      ))}
    </Fieldset>
  )
}

function NewForm ({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText('list')
  const [, go] = useLocation()
  const templates = useTemplates()
  const [template, setTemplate] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [titleMissing, setTitleMissing] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const chosen = template ?? templates?.[0]?.id ?? null
  useEffect(() => { field.current?.focus() }, [])
  async function start (): Promise<void> {
    if (chosen === null) return
    setBusy(true)
    const answer = await startBehovsmelding({ title: title.trim(), template: chosen })
    setBusy(false)
    if (answer.ok) go(`/b/${answer.value.id}`)
    else setFailure(answer.refusal)
  }
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    const missing = title.trim() === ''
    setTitleMissing(missing)
    if (missing) field.current?.focus()
    else void start()
  }
  return (
    <form className='ss-stack' onSubmit={submit} noValidate>
      <Textfield
        ref={field} label={t('newName')} description={t('newNameWhy')} value={title} maxLength={titleLength}
        error={titleMissing ? t('newNameMissing') : undefined} onChange={event => { setTitle(event.target.value) }}
      />
      {templates === null || chosen === null
        ? <Field><Skeleton variant='rectangle' height='3.5rem' /></Field>
        : <TemplateChoice templates={templates} chosen={chosen} onChoose={setTemplate} />}
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button type='submit' loading={busy} disabled={chosen === null}>{t('start')}</Button>
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}

/** Starts a behovsmelding: what it is called and which form it fills in. */
export function NewWindow ({ open, onClose }: { readonly open: boolean, readonly onClose: () => void }): ReactNode {
  const t = useText('list')
  return <Window open={open} title={t('newTitle')} onClose={onClose}><NewForm onClose={onClose} /></Window>
}
