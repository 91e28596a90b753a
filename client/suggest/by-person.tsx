import { Chip } from '@digdir/designsystemet-react'
import type { Undecided } from '@samskriv/shared/suggest'
import type { ReactNode } from 'react'
import type { Suggesting } from '../editor/index.ts'
import { useText } from '../i18n/index.ts'

/** Whose suggestions are listed: everybody's, or one person's. */
export function ByPerson ({ all, chosen, suggesting, onChoose }: { readonly all: readonly Undecided[], readonly chosen: string | null, readonly suggesting: Suggesting, readonly onChoose: (person: string | null) => void }): ReactNode {
  const t = useText('suggest')
  const people = [...Map.groupBy(all, ({ by }) => by)].map(([by, some]) => ({ by, count: some.length }))
  if (people.length < 2) return null
  return (
    <fieldset className='ss-suggest-people'>
      <legend className='ss-unseen'>{t('whose')}</legend>
      <Chip.Radio data-size='sm' name='ss-whose' value='' checked={chosen === null} onChange={() => { onChoose(null) }}>{t('everybody', { count: all.length })}</Chip.Radio>
      {people.map(({ by, count }) => (
        <Chip.Radio key={by} data-size='sm' name='ss-whose' value={by} checked={chosen === by} onChange={() => { onChoose(by) }}>{t('ofPerson', { name: suggesting.nameOf(by), n: count })}</Chip.Radio>
      ))}
    </fieldset>
  )
}
