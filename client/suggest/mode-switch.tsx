import { ToggleGroup } from '@digdir/designsystemet-react'
import { NotePencilIcon, PencilIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { useWatch } from '../ui/use-watch.ts'
import type { OpenSuggesting } from './open-suggesting.ts'
import './suggest.css'

/** Writing or suggesting: a choice for those who may both, a word for those who may only suggest, nothing for those who may neither. */
export function ModeSwitch ({ suggesting, readOnly }: { readonly suggesting: OpenSuggesting, readonly readOnly: boolean }): ReactNode {
  const t = useText('live')
  const { mode, isBound } = useWatch(suggesting.state)
  if (readOnly) return null
  if (isBound) return <span className='ss-mode-only'><NotePencilIcon aria-hidden='true' />{t('modeSuggest')}</span>
  return (
    <ToggleGroup className='ss-mode' data-size='sm' data-color='neutral' value={mode} aria-label={t('mode')} onChange={value => { suggesting.choose(value === 'suggest' ? 'suggest' : 'write') }}>
      <ToggleGroup.Item value='write'><PencilIcon aria-hidden='true' /><span className='ss-mode-word'>{t('modeWrite')}</span></ToggleGroup.Item>
      <ToggleGroup.Item value='suggest'><NotePencilIcon aria-hidden='true' /><span className='ss-mode-word'>{t('modeSuggest')}</span></ToggleGroup.Item>
    </ToggleGroup>
  )
}
