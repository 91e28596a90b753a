import { itemsOf, removedOf, suggestedOf } from '@samskriv/shared/document'
import { undecidedChanges, type UndecidedChange } from '@samskriv/shared/suggest'
import { keyOfChange } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useMemo, useState } from 'react'
import type { NoteAt } from '../form/notes.ts'
import type { LiveSession } from '../live/session.ts'
import { shownAt } from '../proposal/place.ts'
import { usePlaceNames } from '../proposal/use-place.ts'
import { useStandings } from '../proposal/use-standings.ts'
import type { OpenSuggesting } from './open-suggesting.ts'
import { SuggestedNote } from './suggested-note.tsx'

/** What is needed to show suggested answers in the form. `onShown` is told what stands at each place. */
export interface SuggestedNotesProps { readonly template: Template, readonly session: LiveSession, readonly suggesting: OpenSuggesting, readonly onShown: (noteAt: NoteAt | null) => void }

// As they are this moment: whoever types a suggestion is seen typing it.
function useSuggested (template: Template, { doc }: Pick<LiveSession, 'doc'>): readonly UndecidedChange[] {
  const [all, setAll] = useState(() => undecidedChanges(template, doc))
  useEffect(() => {
    const look = (): void => { setAll(undecidedChanges(template, doc)) }
    const roots = [suggestedOf(doc), itemsOf(doc), removedOf(doc)] as const
    for (const root of roots) root.observe(look)
    look()
    return () => { for (const root of roots) root.unobserve(look) }
  }, [template, doc])
  return all
}

const idOf = ({ by, change }: UndecidedChange): string => `${by} ${change.kind} ${keyOfChange(change)}`

/** Gives the page what is suggested at each place of the form. Shows nothing itself; fetched when there is something to show. */
export function SuggestedNotes ({ template, session, suggesting, onShown }: SuggestedNotesProps): null {
  const all = useSuggested(template, session)
  const standings = useStandings(template, session, useMemo(() => all.map(one => ({ id: idOf(one), change: one.change })), [all]))
  const places = usePlaceNames(template, session.doc)
  const noteAt = useMemo((): NoteAt => {
    const byPlace = Map.groupBy(all, one => shownAt(template, session.doc, one.change))
    return key => {
      const here: readonly UndecidedChange[] = byPlace.get(key) ?? []
      return here.length === 0 ? null : here.map(one => (
        <SuggestedNote key={idOf(one)} template={template} session={session} suggesting={suggesting} one={one} standing={standings.get(idOf(one))} places={places} named={keyOfChange(one.change) !== key} />
      ))
    }
  }, [all, template, session, suggesting, standings, places])
  useEffect(() => { onShown(noteAt) }, [noteAt, onShown])
  useEffect(() => () => { onShown(null) }, [onShown])
  return null
}
