import { Button, Field, Label, Select, Switch, ToggleGroup } from '@digdir/designsystemet-react'
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons'
import type { VersionMeta } from '@samskriv/shared/version'
import { useRef, type ReactNode } from 'react'
import { useVersionName } from '../frozen/version-name.ts'
import { useText } from '../i18n/index.ts'
import { bringIntoView } from '../ui/bring-into-view.ts'
import { markId } from './mark-note.tsx'
import type { Reading } from './use-reading-mode.ts'

/** How a version is read, and what in it is marked as new. `since`: the version it is new since; null: nothing is marked. `marks`: how many; null: not known yet. */
export interface ReadingToolsProps {
  readonly version: number
  readonly earlier: readonly VersionMeta[]
  readonly reading: Reading
  readonly since: number | null
  readonly withWords: boolean
  readonly marks: number | null
  readonly onSince: (since: number | null) => void
  readonly onWords: (withWords: boolean) => void
}

function Steps ({ marks }: { readonly marks: number }): ReactNode {
  const t = useText('medbestemmelse')
  const at = useRef(0)
  const step = (by: 1 | -1): void => {
    at.current = at.current + by < 1 ? marks : at.current + by > marks ? 1 : at.current + by
    const mark = document.getElementById(markId(at.current))
    if (mark === null) return
    bringIntoView(mark, 'center')
    mark.focus({ preventScroll: true })
  }
  return (
    <div className='ss-steps'>
      <Button icon variant='secondary' data-size='sm' aria-label={t('previousNew')} title={t('previousNew')} onClick={() => { step(-1) }}><ChevronUpIcon aria-hidden='true' /></Button>
      <Button icon variant='secondary' data-size='sm' aria-label={t('nextNew')} title={t('nextNew')} onClick={() => { step(1) }}><ChevronDownIcon aria-hidden='true' /></Button>
    </div>
  )
}

/** Chooses what is read, and what it is held against. */
export function ReadingTools ({ version, earlier, reading: { mode, offered, choose }, since, withWords, marks, onSince, onWords }: ReadingToolsProps): ReactNode {
  const t = useText('medbestemmelse')
  const name = useVersionName()
  const modes = { frozen: t('modeFrozen', { n: version }), beside: t('modeBeside'), living: t('modeLiving') }
  return (
    <fieldset className='ss-reading-tools' data-size='sm'>
      <legend className='ss-unseen'>{t('readingTools')}</legend>
      <ToggleGroup aria-label={t('whatToRead')} value={mode} onChange={value => { choose(offered.find(one => one === value) ?? 'frozen') }}>
        {offered.map(one => <ToggleGroup.Item key={one} value={one}>{modes[one]}</ToggleGroup.Item>)}
      </ToggleGroup>
      {mode === 'living' || earlier.length === 0 ? null : (
        <>
          <Field className='ss-since'>
            <Label>{t('sinceLabel')}</Label>
            <Select value={since ?? ''} onChange={event => { onSince(event.target.value === '' ? null : Number(event.target.value)) }}>
              {earlier.toReversed().map(one => <option key={one.number} value={one.number}>{name(one)}</option>)}
              <option value=''>{t('sinceNone')}</option>
            </Select>
          </Field>
          {since === null || marks === 0 ? null : <Switch data-size='sm' label={t('withWords')} checked={withWords} onChange={event => { onWords(event.target.checked) }} />}
          {since === null || marks === null || marks === 0 ? null : <Steps marks={marks} />}
        </>
      )}
    </fieldset>
  )
}
