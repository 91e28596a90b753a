import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import type { BehovsmeldingView, ProposalView } from '@samskriv/shared/api'
import { isOpenProposal } from '@samskriv/shared/workflow'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import type { EngineProps, ProposalsShown } from '../proposal/engine.tsx'
import { Loading } from '../route/loading.tsx'
import { later } from '../ui/later.tsx'
import { reveal } from './form-slot.tsx'

const ProposalEngine = later(async () => (await import('../proposal/engine.tsx')).ProposalEngine)
const ProposalPanel = later(async () => (await import('../proposal/proposal-panel.tsx')).ProposalPanel, 'proposal')

/** How many changes wait. */
export function waitingIn (list: readonly ProposalView[] | null): number {
  return (list ?? []).reduce((sum, { count, settled }) => sum + count - settled.length, 0)
}

/** Follows proposals once somebody has sent one in; until then none of its code is fetched. */
export function ProposalEngineSlot (props: EngineProps): ReactNode {
  return props.proposals.list === null || props.proposals.list.length === 0 ? null : <ProposalEngine {...props} />
}

/** The panel's part about proposals, once its code has come. */
export function ProposalPanelSlot ({ shown }: { readonly shown: ProposalsShown | null }): ReactNode {
  return shown === null ? <Loading /> : <ProposalPanel waiting={<Loading />} desk={shown.desk} onGo={key => { void reveal(key) }} />
}

/** Tells the eier that something waits. */
export function ProposalBanner ({ view, list, onShow }: { readonly view: BehovsmeldingView, readonly list: readonly ProposalView[] | null, readonly onShow: () => void }): ReactNode {
  const t = useText('live')
  const waiting = (list ?? []).filter(isOpenProposal)
  if (view.role !== 'eier' || waiting.length === 0) return null
  const who = [...new Set(waiting.map(proposal => proposal.by.name))].join(', ')
  return (
    <Alert data-color='info' data-size='sm' className='ss-banner'>
      <Heading level={2} data-size='2xs'>{t('proposalsWait', { count: waitingIn(waiting) })}</Heading>
      <Paragraph data-size='sm'>{t('proposalsWaitText', { who })}</Paragraph>
      <Button data-size='sm' variant='secondary' onClick={onShow}>{t('proposalsShow')}</Button>
    </Alert>
  )
}
