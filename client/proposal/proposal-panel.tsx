import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import type { ProposalDesk } from './desk.ts'
import { ProposalCard } from './proposal-card.tsx'
import '../compare/compare.css'
import './proposal.css'

/** What was sent in: for an eier what waits, by sender, to take or decline; for others what became of their own. `onGo`: shows a place in the form. */
export function ProposalPanel ({ desk, onGo }: { readonly desk: ProposalDesk, readonly onGo: (key: string) => void }): ReactNode {
  const t = useText('proposal')
  const { settling, settles, list, whyNotTake } = desk
  return (
    <section className='ss-proposals'>
      <Heading level={3} data-size='2xs' className='ss-unseen'>{t('title')}</Heading>
      <Paragraph data-size='sm'>{settles ? t('leadEier') : t('leadOwn')}</Paragraph>
      {settles && whyNotTake !== null ? <Alert data-color='info' data-size='sm'><Paragraph data-size='sm'>{t('cannotTake')}</Paragraph></Alert> : null}
      <FailureAlert failure={settling.failure} />
      <output className='ss-block'>
        {settling.justTaken === null ? null : (
          <Alert data-color='success' data-size='sm'>
            <Paragraph data-size='sm'>{t('justTaken', { count: settling.justTaken })}</Paragraph>
            <Button variant='tertiary' data-size='sm' onClick={settling.takeBack}>{t('undo')}</Button>
          </Alert>
        )}
      </output>
      {list.toReversed().map(proposal => <ProposalCard key={proposal.id} desk={desk} proposal={proposal} onGo={onGo} />)}
    </section>
  )
}
