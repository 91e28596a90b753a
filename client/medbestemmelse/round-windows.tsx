import type { BehovsmeldingView, MedbestemmelseView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { useEffect, type ReactNode } from 'react'
import type { Suggesting } from '../editor/index.ts'
import type { LiveSession } from '../live/session.ts'
import { CloseRoundWindow } from './close-round-window.tsx'
import { MoveDeadlineWindow } from './move-deadline-window.tsx'
import { OpenRoundWindow } from './open-round-window.tsx'
import { openRoundIn } from './rounds.ts'

/** What an eier is doing about a round. */
export type RoundStep = 'open' | 'move' | 'close'

/** The windows in which rounds are opened and closed and their deadline moved. They stand on the page and not in its panel, which comes and goes with the room there is. */
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

/** Opens a round, moves the deadline of the open one, or closes it. */
export function RoundWindows ({ step, view, rounds, myId, template, session, suggesting, onClose, onChanged }: RoundWindowsProps): ReactNode {
  const open = openRoundIn(rounds)
  // Somebody else closed the round meanwhile: the step is not to wait for the next one.
  const isOver = open === null && (step === 'move' || step === 'close')
  useEffect(() => { if (isOver) onClose() }, [isOver, onClose])
  return (
    <>
      <OpenRoundWindow open={step === 'open'} rounds={rounds} view={view} template={template} session={session} suggesting={suggesting} onClose={onClose} onChanged={onChanged} />
      {open === null ? null : <MoveDeadlineWindow open={step === 'move'} behovsmelding={view.id} round={open} onClose={onClose} onMoved={onChanged} />}
      {open === null ? null : <CloseRoundWindow key={open.number} open={step === 'close'} behovsmelding={view.id} myId={myId} round={open} onClose={onClose} onClosed={onChanged} />}
    </>
  )
}
