import type { ProtokollView } from '@samskriv/shared/api'
import { basisLines } from '@samskriv/shared/protokoll'
import { type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'

/** Each party by name, with the agreements it rests on; for the employees also which unions said so. The files say the same. */
export function ProtokollBases ({ facts, round }: Pick<ProtokollView, 'facts' | 'round'>): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const lines = basisLines(facts, round.stances)
  if (lines.length === 0) return <span className='ss-quiet'>{t('notWritten')}</span>
  return (
    <ul className='ss-protokoll-bases'>
      {lines.map(({ party, bases }) => (
        <li key={party ?? bases[0]?.basis ?? ''}>
          <span className='ss-protokoll-party'>{party !== null ? names.party(party) : bases[0] === undefined ? '' : names.basisSide(bases[0].basis)}:</span>{' '}
          {bases.length === 0 ? <span className='ss-quiet'>{t('notWritten')}</span> : bases.map(({ basis, unions }) => unions.length === 0 ? names.basis(basis) : `${names.basis(basis)} (${unions.join(', ')})`).join('; ')}
        </li>
      ))}
    </ul>
  )
}
