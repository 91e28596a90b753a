import { lazy, Suspense, type ReactNode } from 'react'
import type { MedbestemmelsePanelProps } from '../medbestemmelse/medbestemmelse-panel.tsx'
import type { RoundBannerProps } from '../medbestemmelse/round-banner.tsx'
import { Loading } from '../route/loading.tsx'

const RoundBanner = lazy(async () => ({ default: (await import('../medbestemmelse/round-banner.tsx')).RoundBanner }))
const MedbestemmelsePanel = lazy(async () => ({ default: (await import('../medbestemmelse/medbestemmelse-panel.tsx')).MedbestemmelsePanel }))

/** What is told of medbestemmelse over the text, once its code has come. Nothing is fetched while there has been no round. */
export function RoundBannerSlot (props: RoundBannerProps): ReactNode {
  const { view } = props.medbestemmelse
  return view === null || view.rounds.length === 0 ? null : <Suspense fallback={null}><RoundBanner {...props} /></Suspense>
}

/** The panel's part about medbestemmelse, once its code and what it shows have come. `rounds` null: it is not known yet. */
export function MedbestemmelseSlot ({ rounds, ...props }: Omit<MedbestemmelsePanelProps, 'rounds'> & { readonly rounds: MedbestemmelsePanelProps['rounds'] | null }): ReactNode {
  return rounds === null ? <Loading /> : <Suspense fallback={<Loading />}><MedbestemmelsePanel {...props} rounds={rounds} /></Suspense>
}
