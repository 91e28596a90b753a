import { may } from '@samskriv/shared/access'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import { keyOfChange } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { whyMayNot } from '@samskriv/shared/workflow'
import { useEffect, useMemo } from 'react'
import type { NoteAt } from '../form/notes.ts'
import type { LiveSession } from '../live/session.ts'
import type { ProposalDesk } from './desk.ts'
import { ProposedNote } from './note.tsx'
import { openIn, type OpenChange } from './open-change.ts'
import { shownAt } from './place.ts'
import { usePlaceNames } from './use-place.ts'
import type { Proposals } from './use-proposals.ts'
import { useSettling } from './use-settling.ts'
import { useStandings } from './use-standings.ts'

/** What the page is given of proposals: the desk, and what stands in the form at each place of an open one. */
export interface ProposalsShown { readonly desk: ProposalDesk, readonly noteAt: NoteAt }

/** What is needed to follow proposals. */
export interface EngineProps {
  readonly view: BehovsmeldingView
  readonly template: Template
  readonly session: LiveSession
  readonly proposals: Proposals
  readonly onShown: (shown: ProposalsShown) => void
}

function noteAtOf (desk: ProposalDesk): NoteAt {
  const places = Map.groupBy(desk.open, one => shownAt(desk.template, desk.session.doc, one.change))
  return key => {
    const here: readonly OpenChange[] = places.get(key) ?? []
    return here.length === 0 ? null : here.map(one => <ProposedNote key={one.id} desk={desk} one={one} named={keyOfChange(one.change) !== key} />)
  }
}

/** Follows what was sent in and how it stands against the text, and gives the page what to show. Shows nothing itself; fetched when there is something to follow. */
export function ProposalEngine ({ view, template, session, proposals, onShown }: EngineProps): null {
  const { list, told } = proposals
  const settles = may(view.role, view.state, 'settle-proposal')
  const open = useMemo(() => settles ? (list ?? []).flatMap(openIn) : [], [list, settles])
  const standings = useStandings(template, session, open)
  const settling = useSettling(template, session, told)
  const places = usePlaceNames(template, session.doc)
  const { role, state } = view
  const desk = useMemo((): ProposalDesk => ({
    template, session, open, standings, settling, places, settles, list: list ?? [], whyNotTake: whyMayNot(role, state, 'write'),
  }), [template, session, list, open, standings, settling, places, settles, role, state])
  useEffect(() => { onShown({ desk, noteAt: noteAtOf(desk) }) }, [desk, onShown])
  return null
}
