import { may } from '@samskriv/shared/access'
import { memberColor, type BehovsmeldingView } from '@samskriv/shared/api'
import { useEffect, useMemo, useState } from 'react'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { openSuggesting, type OpenSuggesting } from './open-suggesting.ts'

/** Suggesting in the behovsmelding of a session, as long as the session is the same. */
export function useSuggesting (session: LiveSession, view: BehovsmeldingView, personId: string): OpenSuggesting {
  const t = useText('live')
  const [allowed] = useState(() => ({ mayWrite: may(view.role, view.state, 'write'), maySuggest: may(view.role, view.state, 'suggest') }))
  const opened = useMemo(() => openSuggesting(session, personId, allowed), [session, personId, allowed])
  useEffect(() => () => { opened.stop() }, [opened])
  const { members } = view
  // Before anything is drawn with it: names stand on the suggestions.
  return useMemo(() => {
    const people = new Map(members.map(({ person }) => [person.id, { name: person.name, color: memberColor(members, person.id) }]))
    opened.know(people, { name: t('somebodyGone'), color: 0 })
    return opened
  }, [opened, members, t])
}
