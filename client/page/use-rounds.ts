import type { BehovsmeldingView } from '@samskriv/shared/api'
import type { Tally } from '@samskriv/shared/compare'
import type { Template } from '@samskriv/shared/template'
import { useState } from 'react'
import type { LiveSession } from '../live/session.ts'
import type { RoundStep } from '../medbestemmelse/round-windows.tsx'
import { openRoundIn } from '../medbestemmelse/rounds.ts'
import { useChangedSince } from '../medbestemmelse/use-changed-since.ts'
import { useMedbestemmelse, type Medbestemmelse } from '../medbestemmelse/use-medbestemmelse.ts'

/**
 * Medbestemmelse as the page knows it. `changed`: how much the living text differs from the open round's version; null: none is open, or
 * it is not known yet. `step`: what an eier is doing about a round just now.
 */
export interface PageRounds extends Medbestemmelse {
  readonly changed: Tally | null
  readonly step: RoundStep | null
  readonly setStep: (step: RoundStep | null) => void
}

/** Follows medbestemmelse, and while a round is open how far the text has come from its version. */
export function useRounds (view: BehovsmeldingView, template: Template, session: LiveSession): PageRounds {
  const medbestemmelse = useMedbestemmelse(view.id, session)
  const open = medbestemmelse.view === null ? null : openRoundIn(medbestemmelse.view)
  const changed = useChangedSince(template, session, open?.version ?? null)
  const [step, setStep] = useState<RoundStep | null>(null)
  return { ...medbestemmelse, changed, step, setStep }
}
