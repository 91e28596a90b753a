import { Button } from '@digdir/designsystemet-react'
import { CheckmarkIcon, XMarkIcon } from '@navikt/aksel-icons'
import type { Standing } from '@samskriv/shared/proposal'
import { type ReactNode } from 'react'
import { useText, type Translate } from '../i18n/index.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import type { ProposalDesk } from './desk.ts'
import type { OpenChange } from './open-change.ts'
import { useChangeText } from './use-change-text.ts'

function takeText (standing: Standing | undefined, t: Translate<'proposal'>): string | null {
  switch (standing?.kind) {
    case undefined: case 'gone': return null
    case 'there': return t('done')
    case 'merges': return t('takeMerged')
    case 'clashes': return t('replace')
    case 'fits': return t('take')
  }
}

/** Why it is to be looked at before it is taken; null when nothing has happened since. */
export function sinceText ({ change }: Pick<OpenChange, 'change'>, standing: Standing | undefined, t: Translate<'proposal'>): string | null {
  switch (standing?.kind) {
    case 'merges': return t('merges')
    case 'clashes': return change.kind === 'answer' ? t('clashes') : t('clashesItem')
    case 'there': return t('there')
    case 'gone': return t('gone')
    default: return null
  }
}

/** What an eier can do with one change. What it is about is said to whoever does not see it. */
export function ChangeWays ({ desk, one }: { readonly desk: ProposalDesk, readonly one: OpenChange }): ReactNode {
  const t = useText('proposal')
  const textOf = useChangeText(desk.template)
  const standing = desk.standings.get(one.id)
  const { settling } = desk
  const take = desk.whyNotTake === null ? takeText(standing, t) : null
  const text = standing?.kind === 'gone' || standing?.kind === 'clashes' ? textOf(one.change) : ''
  const place = desk.places.of(one.change)
  const of = <span className='ss-unseen'> {place}</span>
  return (
    <div className='ss-proposed-ways'>
      {take === null ? null : (
        <Button data-size='sm' variant='secondary' loading={settling.busy.has(one.id)} onClick={() => { void settling.take([one], true) }}>
          <CheckmarkIcon aria-hidden='true' />{take}{of}
        </Button>
      )}
      <Button data-size='sm' variant={take === null ? 'secondary' : 'tertiary'} data-color='neutral' onClick={() => { void settling.decline([one]) }}><XMarkIcon aria-hidden='true' />{t('decline')}{of}</Button>
      {text === '' ? null : <CopyButton text={text} label={t('copyPlace', { place })} iconOnly variant='tertiary' />}
    </div>
  )
}
