import type { Role } from '@samskriv/shared/access'
import type { MedbestemmelseView } from '@samskriv/shared/api'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { MedbestemmelsePanelProps } from '../medbestemmelse/medbestemmelse-panel.tsx'
import type { RoundBannerProps } from '../medbestemmelse/round-banner.tsx'
import type { RoundWindowsProps } from '../medbestemmelse/round-windows.tsx'
import { Loading } from '../route/loading.tsx'

const RoundBanner = lazy(async () => ({ default: (await import('../medbestemmelse/round-banner.tsx')).RoundBanner }))
const MedbestemmelsePanel = lazy(async () => ({ default: (await import('../medbestemmelse/medbestemmelse-panel.tsx')).MedbestemmelsePanel }))

const RoundWindows = lazy(async () => ({ default: (await import('../medbestemmelse/round-windows.tsx')).RoundWindows }))

const RoundNote = lazy(async () => ({ default: (await import('../medbestemmelse/round-note.tsx')).RoundNote }))
const RoundDeadline = lazy(async () => ({ default: (await import('../medbestemmelse/round-note.tsx')).RoundDeadline }))

/** What is told of medbestemmelse over the text, once its code has come. Nothing is fetched while there has been no round. */
export function RoundBannerSlot (props: RoundBannerProps): ReactNode {
  const { view } = props.medbestemmelse
  return view === null || view.rounds.length === 0 ? null : <Suspense fallback={null}><RoundBanner {...props} /></Suspense>
}

/** The panel's part about medbestemmelse, once its code and what it shows have come. `rounds` null: it is not known yet. */
export function MedbestemmelseSlot ({ rounds, ...props }: Omit<MedbestemmelsePanelProps, 'rounds'> & { readonly rounds: MedbestemmelsePanelProps['rounds'] | null }): ReactNode {
  return rounds === null ? <Loading /> : <Suspense fallback={<Loading />}><MedbestemmelsePanel {...props} rounds={rounds} /></Suspense>
}

/** The windows of an eier who opens or closes rounds. They stay once they have come, so that a closed one gives the focus back. */
export function RoundWindowsSlot ({ rounds, ...props }: Omit<RoundWindowsProps, 'rounds'> & { readonly rounds: RoundWindowsProps['rounds'] | null }): ReactNode {
  const [asked, setAsked] = useState(false)
  if (props.step !== null && !asked) setAsked(true)
  return rounds === null || !asked ? null : <Suspense fallback={null}><RoundWindows {...props} rounds={rounds} /></Suspense>
}

/** What one may do while a round is open, once its code has come. */
export function RoundNoteSlot ({ view, role }: { readonly view: MedbestemmelseView | null, readonly role: Role }): ReactNode {
  return view === null || view.open === null ? null : <Suspense fallback={null}><RoundNote view={view} role={role} /></Suspense>
}

/** How long an open round has left, once its code has come. */
export function RoundDeadlineSlot ({ behovsmelding, view }: { readonly behovsmelding: string, readonly view: MedbestemmelseView | null }): ReactNode {
  return view === null || view.open === null ? null : <Suspense fallback={null}><RoundDeadline behovsmelding={behovsmelding} view={view} /></Suspense>
}
