import { itemsOf, removedOf, suggestedOf } from '@samskriv/shared/document'
import { keyOfChange } from '@samskriv/shared/proposal'
import { undecidedChanges, type UndecidedChange } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { NotesByKey } from '../form/notes.ts'
import type { LiveSession } from '../live/session.ts'
import type { Settable } from '../live/watchable.ts'
import { shownAt } from '../proposal/place.ts'
import { usePlaceNames } from '../proposal/use-place.ts'
import { useStandings } from '../proposal/use-standings.ts'
import type { OpenSuggesting } from './open-suggesting.ts'
import { SuggestedNote } from './suggested-note.tsx'

/** What is needed to show suggested answers in the form. `notes` is where they are put. */
export interface SuggestedNotesProps { readonly template: Template, readonly session: LiveSession, readonly suggesting: OpenSuggesting, readonly notes: Settable<NotesByKey> }

interface Listed { readonly all: readonly UndecidedChange[], readonly byKey: ReadonlyMap<string, UndecidedChange> }

// What says the same is the same object: only what somebody types in is rendered for each letter.
function listed (template: Template, { doc }: Pick<LiveSession, 'doc'>, before: Listed['byKey']): Listed {
  const all = undecidedChanges(template, doc).map(one => {
    const was = before.get(one.key)
    return was !== undefined && JSON.stringify(was) === JSON.stringify(one) ? was : one
  })
  return { all, byKey: new Map(all.map(one => [one.key, one])) }
}

// As they are this moment: whoever types a suggestion is seen typing it.
function useSuggested (template: Template, session: Pick<LiveSession, 'doc'>): readonly UndecidedChange[] {
  const [now, setNow] = useState(() => listed(template, session, new Map()))
  useEffect(() => {
    const look = (): void => { setNow(before => listed(template, session, before.byKey)) }
    const roots = [suggestedOf(session.doc), itemsOf(session.doc), removedOf(session.doc)] as const
    for (const root of roots) root.observe(look)
    look()
    return () => { for (const root of roots) root.unobserve(look) }
  }, [template, session])
  return now.all
}

/** Puts what is suggested at its places in the form. Shows nothing itself; fetched when there is something to show. */
export function SuggestedNotes ({ template, session, suggesting, notes }: SuggestedNotesProps): null {
  const all = useSuggested(template, session)
  const standings = useStandings(template, session, useMemo(() => all.map(one => ({ id: one.key, change: one.change })), [all]))
  const places = usePlaceNames(template, session.doc)
  useEffect(() => {
    const shown = new Map<string, ReactNode>()
    for (const [key, here] of Map.groupBy(all, one => shownAt(template, session.doc, one.change))) {
      shown.set(key, here.map(one => (
        <SuggestedNote key={one.key} template={template} session={session} suggesting={suggesting} one={one} standing={standings.get(one.key)} places={places} named={keyOfChange(one.change) !== key} />
      )))
    }
    notes.set(shown)
  }, [all, template, session, suggesting, standings, places, notes])
  useEffect(() => () => { notes.set(new Map()) }, [notes])
  return null
}
