import { Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react'
import { bases, employers, parties, type Basis, type Employer, type Party, type ProtokollFacts, type StanceView } from '@samskriv/shared/api'
import { basisOfPresent } from '@samskriv/shared/protokoll'
import { longestInRound } from '@samskriv/shared/workflow'
import { type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'

/** What is written down per party. `stances`: what the employees rest on is proposed from these. */
export interface PartyFactsProps {
  readonly facts: ProtokollFacts
  readonly stances: readonly StanceView[]
  readonly onChange: (part: Partial<ProtokollFacts>) => void
}

/** What each party that was there rests on. What nobody has changed follows who is there and what is said meanwhile. */
export function PartyBases ({ facts, stances, onChange }: PartyFactsProps): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const basisOf = basisOfPresent(facts, stances)
  const present = parties.filter(party => basisOf[party] !== undefined)
  const change = (party: Party, basis: Basis, chosen: boolean): void => {
    onChange({ basisOf: { ...facts.basisOf, [party]: bases.filter(one => one === basis ? chosen : basisOf[party]?.includes(one)) } })
  }
  if (present.length === 0) return null
  return (
    <div className='ss-party-bases'>
      {present.map(party => (
        <Fieldset key={party} data-size='sm'>
          <Fieldset.Legend>{t('basisOf', { party: names.party(party) })}</Fieldset.Legend>
          {bases.map(basis => (
            <Checkbox key={basis} label={names.basis(basis)} value={basis} checked={basisOf[party]?.includes(basis) ?? false} onChange={event => { change(party, basis, event.target.checked) }} />
          ))}
        </Fieldset>
      ))}
    </div>
  )
}

/** What eier and UH think: of each that was there, and of one whose view is written already. `tooLong`: what is said of a text with more than so many letters. */
export function EmployerViews ({ facts, tooLong, onChange }: Omit<PartyFactsProps, 'stances'> & { readonly tooLong: (text: string, most: number) => string | undefined }): ReactNode {
  const t = useText('medbestemmelse')
  const label = { eier: t('viewOfEier'), uh: t('viewOfUh') }
  const textOf = (party: Employer): string => facts.views?.[party] ?? ''
  return employers.filter(party => textOf(party) !== '' || facts.attendants.some(one => one.party === party)).map(party => (
    <Textfield
      key={party} multiline rows={3} data-size='sm' label={label[party]} description={t('viewWhy')} value={textOf(party)} error={tooLong(textOf(party), longestInRound.view)}
      onChange={event => { onChange({ views: { ...facts.views, [party]: event.target.value } }) }}
    />
  ))
}
