import { Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react'
import { ArrowUndoIcon, CheckmarkIcon } from '@navikt/aksel-icons'
import { leftoversOf, type Leftover } from '@samskriv/shared/document'
import { labelAt, type Template } from '@samskriv/shared/template'
import { type ReactNode } from 'react'
import { useLanguage, useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { useLeftovers, type LeftoverEntry } from './use-leftovers.ts'
import './leftovers-panel.css'

function markHandled (session: LiveSession, id: string, leftover: Leftover, handled: boolean): void {
  session.doc.transact(() => { leftoversOf(session.doc).set(id, { ...leftover, handled }) }, session.origin)
}

/** What the leftovers are shown from. */
export interface LeftoversPanelProps { readonly template: Template, readonly session: LiveSession, readonly readOnly: boolean }

function LeftoverItem ({ entry, template, session, readOnly }: LeftoversPanelProps & { readonly entry: LeftoverEntry }): ReactNode {
  const t = useText('version')
  const language = useLanguage()
  const [id, leftover] = entry
  const handled = leftover.handled === true
  const near = labelAt(template, leftover.near ?? '', language)
  return (
    <li className='ss-leftover' data-handled={handled || undefined}>
      {leftover.label === '' ? null : <Heading level={4} data-size='2xs'>{leftover.label}</Heading>}
      <p className='ss-leftover-text'>{leftover.text}</p>
      {near === '' || near === leftover.label ? null : <p className='ss-leftover-near ss-quiet'>{t('near', { near })}</p>}
      <div className='ss-leftover-actions'>
        <CopyButton text={leftover.text} label={t('copy')} />
        {readOnly ? null : (
          <Button data-size='sm' variant='tertiary' onClick={() => { markHandled(session, id, leftover, !handled) }}>
            {handled ? <ArrowUndoIcon aria-hidden='true' /> : <CheckmarkIcon aria-hidden='true' />}{handled ? t('takeBack') : t('handled')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Text an intake could not place, kept until somebody has dealt with it; what is dealt with can be taken back. */
export function LeftoversPanel (props: LeftoversPanelProps): ReactNode {
  const t = useText('version')
  const entries = useLeftovers(props.session)
  const open = entries.filter(([, leftover]) => leftover.handled !== true)
  const handled = entries.filter(([, leftover]) => leftover.handled === true)
  const lines = (some: readonly LeftoverEntry[]): ReactNode => (
    <ul className='ss-leftovers'>{some.map(entry => <LeftoverItem key={entry[0]} entry={entry} {...props} />)}</ul>
  )
  if (entries.length === 0) return null
  return (
    <section className='ss-stack-close'>
      <Heading level={3} data-size='2xs'>{t('leftovers')}</Heading>
      <Paragraph data-size='sm'>{open.length === 0 ? t('leftoversDone') : t('leftoversLead')}</Paragraph>
      {open.length > 0 ? lines(open) : null}
      {handled.length > 0 ? <Details data-size='sm' className='ss-findings-more'><Details.Summary>{t('leftoversHandled', { count: handled.length })}</Details.Summary><Details.Content>{lines(handled)}</Details.Content></Details> : null}
    </section>
  )
}
