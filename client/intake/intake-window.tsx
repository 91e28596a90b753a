import { Alert, Button, Details, Paragraph } from '@digdir/designsystemet-react'
import { labelAt, type Template } from '@samskriv/shared/template'
import { type ReactNode } from 'react'
import type { Failure } from '../api/index.ts'
import { useLanguage, useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { Window, WindowActions } from '../ui/window.tsx'
import type { IntakePlan } from './merge.ts'
import './leftovers-panel.css'

/** A file that was read, or null: the window is closed. */
export interface IntakeWindowProps {
  readonly template: Template
  readonly chosen: { readonly name: string, readonly plan: IntakePlan } | null
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onTake: (plan: IntakePlan) => void
  readonly onClose: () => void
}

/** Shows what taking a file in would do before it is done. */
export function IntakeWindow ({ template, chosen, busy, failure, onTake, onClose }: IntakeWindowProps): ReactNode {
  const t = useText('version')
  const language = useLanguage()
  const plan = chosen?.plan
  return (
    <Window wide open={chosen !== null} title={t('intakePreview')} onClose={onClose}>
      {chosen === null || plan === undefined ? null : (
        <div className='ss-stack'>
          <Paragraph data-size='sm' className='ss-quiet'>{t('intakeFrom', { name: chosen.name })}</Paragraph>
          {plan.kept.length > 0 ? <Alert data-color='info' data-size='sm'><Paragraph data-size='sm'>{t('intakeKept', { count: plan.kept.length })}</Paragraph></Alert> : null}
          <Details data-size='sm'>
            <Details.Summary>{t('intakePlaced', { count: plan.placed.length })}</Details.Summary>
            <Details.Content><dl className='ss-intake-list'>{plan.placed.map(one => <div key={one.key}><dt>{labelAt(template, one.key, language)}</dt><dd>{one.text}</dd></div>)}</dl></Details.Content>
          </Details>
          {plan.leftovers.length > 0 ? (
            <Details data-size='sm'>
              <Details.Summary>{t('intakeLeft', { count: plan.leftovers.length })}</Details.Summary>
              <Details.Content><dl className='ss-intake-list'>{plan.leftovers.map(one => <div key={`${one.label} ${one.near ?? ''} ${one.text}`}><dt>{one.label === '' ? labelAt(template, one.near ?? '', language) : one.label}</dt><dd>{one.text}</dd></div>)}</dl></Details.Content>
            </Details>
          ) : null}
          <Paragraph data-size='sm' className='ss-quiet'>{t('intakeFirst')}</Paragraph>
          <FailureAlert failure={failure} />
          <WindowActions>
            <Button loading={busy} onClick={() => { onTake(plan) }}>{t('intakeTake')}</Button>
            <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
          </WindowActions>
        </div>
      )}
    </Window>
  )
}
