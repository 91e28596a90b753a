import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { pagePath } from '@samskriv/shared/api'
import type { VersionMeta } from '@samskriv/shared/version'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/index.ts'
import { useVersionName } from '../frozen/version-name.ts'
import './picker.css'

/** The two sides of a comparison: numbers of versions; `to` null is the text as it is now. */
export interface Sides { readonly from: number, readonly to: number | null }

/** What one most likely wants to see: the last version against the one before; with one alone, the text now against it. Null without versions. */
export function likelySides (versions: readonly VersionMeta[]): Sides | null {
  const [last, before] = [versions.at(-1), versions.at(-2)]
  if (last === undefined) return null
  return before === undefined ? { from: last.number, to: null } : { from: before.number, to: last.number }
}

const now = 'now'

/** Chooses two states to compare. `chosen`: what is chosen from the start. */
export function ComparePicker ({ behovsmelding, versions, chosen }: { readonly behovsmelding: string, readonly versions: readonly VersionMeta[], readonly chosen: Sides }): ReactNode {
  const t = useText('compare')
  const name = useVersionName()
  const [{ from, to }, setSides] = useState(chosen)
  const options = versions.toReversed().map(version => <option key={version.number} value={version.number}>{name(version)}</option>)
  return (
    <fieldset className='ss-compare-picker' data-size='sm'>
      <legend className='ss-unseen'>{t('picker')}</legend>
      <Field>
        <Label>{t('from')}</Label>
        <Select value={from} onChange={event => { setSides({ from: Number(event.target.value), to }) }}>{options}</Select>
      </Field>
      <Field>
        <Label>{t('to')}</Label>
        <Select value={to ?? now} onChange={event => { setSides({ from, to: event.target.value === now ? null : Number(event.target.value) }) }}>
          <option value={now}>{t('textNow')}</option>
          {options}
        </Select>
      </Field>
      <Button asChild variant='secondary' data-size='sm'><Link href={pagePath.compare(behovsmelding, from, to)}>{t('compare')}</Link></Button>
    </fieldset>
  )
}
