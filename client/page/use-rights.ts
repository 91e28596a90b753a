import type { BehovsmeldingView, Me, MedbestemmelseView } from '@samskriv/shared/api'
import type { Refusal } from '@samskriv/shared/base'
import type { Standing } from '@samskriv/shared/protocol'
import { situationOf, whyNot, type Command, type Situation } from '@samskriv/shared/workflow'
import { useMemo } from 'react'

/** What this person could do now. `why(command)` gives null when they could, else the reason a grey button tells. */
export interface Rights {
  readonly situation: Situation
  readonly why: (command: Command) => Refusal | null
}

/** The view as it stands by the socket's latest word, which is younger than what HTTP gave. */
export function viewNow (view: BehovsmeldingView, standing: Standing | null): BehovsmeldingView {
  return standing === null ? view : { ...view, state: standing.state, role: standing.role }
}

/** Asks the same plans the server carries out, on what the page knows. `rounds`: null while that is not known, as if there had been none. */
export function useRights (view: BehovsmeldingView, me: Me, rounds: MedbestemmelseView | null = null): Rights {
  return useMemo(() => {
    const situation = situationOf(view, me, rounds ?? undefined)
    return { situation, why: command => whyNot(situation, command, Date.now()) }
  }, [view, me, rounds])
}
