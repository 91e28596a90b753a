import type { Role } from '@samskriv/shared/access'
import type { MedbestemmelseView } from '@samskriv/shared/api'
import { useState, type ReactNode } from 'react'
import type { MedbestemmelsePanelProps } from '../medbestemmelse/medbestemmelse-panel.tsx'
import type { RoundBannerProps } from '../medbestemmelse/round-banner.tsx'
import type { RoundWindowsProps } from '../medbestemmelse/round-windows.tsx'
import { Loading } from '../route/loading.tsx'
import { later } from '../ui/later.tsx'

const RoundBanner = later(async () => (await import('../medbestemmelse/round-banner.tsx')).RoundBanner, 'medbestemmelse')
const MedbestemmelsePanel = later(async () => (await import('../medbestemmelse/medbestemmelse-panel.tsx')).MedbestemmelsePanel, 'medbestemmelse')

const RoundWindows = later(async () => (await import('../medbestemmelse/round-windows.tsx')).RoundWindows, 'medbestemmelse')

const RoundNote = later(async () => (await import('../medbestemmelse/round-note.tsx')).RoundNote, 'medbestemmelse')
const RoundDeadline = later(async () => (await import('../medbestemmelse/round-note.tsx')).RoundDeadline, 'medbestemmelse')

/** What is told of medbestemmelse over the text, once its code has come. Nothing is fetched while there has been no round. */
export function RoundBannerSlot (props: RoundBannerProps): ReactNode {
  const { view } = props.medbestemmelse
  return view === null || view.rounds.length === 0 ? null : <RoundBanner {...props} />
}

/** The panel's part about medbestemmelse, once its code and what it shows have come. `rounds` null: it is not known yet. */
export function MedbestemmelseSlot ({ rounds, ...props }: Omit<MedbestemmelsePanelProps, 'rounds'> & { readonly rounds: MedbestemmelsePanelProps['rounds'] | null }): ReactNode {
  return rounds === null ? <Loading /> : <MedbestemmelsePanel waiting={<Loading />} {...props} rounds={rounds} />
}

/** The windows of an eier who opens or closes rounds. They stay once they have come, so that a closed one gives the focus back. */
export function RoundWindowsSlot ({ rounds, ...props }: Omit<RoundWindowsProps, 'rounds'> & { readonly rounds: RoundWindowsProps['rounds'] | null }): ReactNode {
  const [asked, setAsked] = useState(false)
  if (props.step !== null && !asked) setAsked(true)
  return rounds === null || !asked ? null : <RoundWindows {...props} rounds={rounds} />
}

/** What one may do while a round is open, once its code has come. */
export function RoundNoteSlot ({ view, role }: { readonly view: MedbestemmelseView | null, readonly role: Role }): ReactNode {
  return view === null || view.open === null ? null : <RoundNote view={view} role={role} />
}

/** How long an open round has left, once its code has come. */
export function RoundDeadlineSlot ({ behovsmelding, view }: { readonly behovsmelding: string, readonly view: MedbestemmelseView | null }): ReactNode {
  return view === null || view.open === null ? null : <RoundDeadline behovsmelding={behovsmelding} view={view} />
}
