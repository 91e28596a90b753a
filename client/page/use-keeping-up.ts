import type { BehovsmeldingView } from '@samskriv/shared/api'
import { useEffect } from 'react'
import type { LiveSession } from '../live/session.ts'
import { askWhoIAm } from '../people/me.ts'
import { useWatch } from '../ui/use-watch.ts'

/**
 * Asks the server again for what surrounds the text whenever the socket tells that it has changed: the state, the epoch,
 * one's role, or somebody here whom the list of members does not know yet.
 */
export function useKeepingUp (session: LiveSession, view: BehovsmeldingView, again: () => Promise<void>): void {
  const standing = useWatch(session.standing)
  const present = useWatch(session.present)
  const ended = useWatch(session.ended)
  const stands = standing === null ? '' : `${standing.state} ${standing.epoch} ${standing.role}`
  const known = `${view.state} ${view.epoch} ${view.role}`
  useEffect(() => { if (stands !== '' && stands !== known) void again() }, [stands, known, again])
  const { view: changes } = useWatch(session.news)
  useEffect(() => { if (changes > 0) void again() }, [changes, again])
  const strangers = present.filter(one => !view.members.some(member => member.person.id === one.personId)).map(one => one.personId).toSorted().join(' ')
  useEffect(() => { if (strangers !== '') void again() }, [strangers, again])
  const reason = ended?.reason
  useEffect(() => {
    if (reason === 'not-signed-in') void askWhoIAm()
    else if (reason !== undefined) void again()
  }, [reason, again])
}
