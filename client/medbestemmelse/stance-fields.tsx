import { Fieldset, Label, Radio, Skeleton, Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { bases, stances, type StanceDraft } from '@samskriv/shared/api'
import { longestInRound } from '@samskriv/shared/workflow'
import { useId, type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import { later } from '../ui/later.tsx'
import { useRoundWords } from './use-words.ts'
import './stance.css'

const OwnEditor = later(async () => (await import('../editor/own-editor.tsx')).OwnEditor, 'editor')

/** Unions people in kindergartens, schools and universities are in, to choose from; any other can be written. */
const unions = [
  'Utdanningsforbundet', 'Fagforbundet', 'Skolenes landsforbund', 'Delta', 'Norsk Lektorlag', 'Skolelederforbundet', 'Forskerforbundet', 'NTL', 'Parat', 'FO', 'Psykologforeningen',
] as const

/** The parts of a stance. `missing`: somebody wanted to go on, so what is missing is said. */
export interface StanceFieldsProps {
  readonly draft: StanceDraft
  readonly tried: boolean
  readonly onChange: (draft: StanceDraft) => void
}

function Choice<T extends string> ({ legend, name, options, chosen, nameOf, describe, error, onChoose }: {
  readonly legend: string
  readonly name: string
  readonly options: readonly T[]
  readonly chosen: T | null
  readonly nameOf: (option: T) => string
  readonly describe?: (option: T) => string
  readonly error: string | undefined
  readonly onChoose: (option: T) => void
}): ReactNode {
  const id = useId()
  return (
    <Fieldset data-size='sm' aria-describedby={error === undefined ? undefined : id}>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      {options.map(option => (
        <Radio key={option} name={name} value={option} label={nameOf(option)} description={describe?.(option)} checked={option === chosen} aria-invalid={error === undefined ? undefined : true} onChange={() => { onChoose(option) }} />
      ))}
      {error === undefined ? null : <ValidationMessage id={id}>{error}</ValidationMessage>}
    </Fieldset>
  )
}

/** What somebody says, for whom, on what basis, and the statement they may add. */
export function StanceFields ({ draft, tried, onChange }: StanceFieldsProps): ReactNode {
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const names = useNames()
  const id = useId()
  const change = (part: Partial<StanceDraft>): void => { onChange({ ...draft, ...part }) }
  const means = { 'enig': t('meansEnig'), 'uenig': t('meansUenig'), 'ikke-uttalt': t('meansIkkeUttalt') }
  return (
    <>
      <Choice
        legend={t('yourStance')} name={`${id}-stance`} options={stances} chosen={draft.stance} nameOf={words.stance} describe={stance => means[stance]}
        error={tried && draft.stance === null ? t('stanceMissing') : undefined} onChoose={stance => { change({ stance }) }}
      />
      <div>
        <Textfield
          data-size='sm' label={t('yourUnion')} list={`${id}-unions`} autoComplete='off' value={draft.union} maxLength={longestInRound.union}
          error={tried && draft.union.trim() === '' ? t('unionMissing') : undefined} onChange={event => { change({ union: event.target.value }) }}
        />
        <datalist id={`${id}-unions`}>{unions.map(union => <option key={union} value={union} aria-label={union} />)}</datalist>
      </div>
      <Choice
        legend={t('yourBasis')} name={`${id}-basis`} options={bases} chosen={draft.basis} nameOf={names.basis} describe={basis => basis === 'ks-b' ? t('meansKs') : t('meansStaten')}
        error={tried && draft.basis === null ? t('basisMissing') : undefined} onChoose={basis => { change({ basis }) }}
      />
      <div className='ss-stance-text'>
        <Label data-size='sm' id={`${id}-statement`} asChild><p>{t('statementLabel')}</p></Label>
        <p className='ss-quiet ss-round-small' id={`${id}-why`}>{t('statementWhy')}</p>
        <OwnEditor waiting={<Skeleton variant='rectangle' height='6rem' />} value={draft.statement} labelId={`${id}-statement`} describedBy={`${id}-why`} onChange={statement => { change({ statement }) }} />
      </div>
    </>
  )
}
