import type { BehovsmeldingView, MedbestemmelseView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { type ReactNode } from 'react'
import type { Suggesting } from '../editor/index.ts'
import type { LiveSession } from '../live/session.ts'
import { CloseRoundWindow } from './close-round-window.tsx'
import { OpenRoundWindow } from './open-round-window.tsx'
import { openRoundIn } from './rounds.ts'

/** What an eier is doing about a round. */
export type RoundStep = 'open' | 'close'

/** The windows in which rounds are opened and closed. They stand on the page and not in its panel, which comes and goes with the room there is. */
export interface RoundWindowsProps {
  readonly step: RoundStep | null
  readonly view: BehovsmeldingView
  readonly rounds: MedbestemmelseView
  readonly myId: string
  readonly template: Template
  readonly session: LiveSession
  readonly suggesting: Suggesting
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** Opens a round, or closes the open one. */
export function RoundWindows ({ step, view, rounds, myId, template, session, suggesting, onClose, onChanged }: RoundWindowsProps): ReactNode {
  const open = openRoundIn(rounds)
  return (
    <>
      <OpenRoundWindow open={step === 'open'} number={rounds.rounds.length + 1} view={view} template={template} session={session} suggesting={suggesting} onClose={onClose} onChanged={onChanged} />
      {open === null ? null : <CloseRoundWindow key={open.number} open={step === 'close'} behovsmelding={view.id} myId={myId} round={open} onClose={onClose} onClosed={onChanged} />}
    </>
  )
}
