import { memberColor, type Member } from '@samskriv/shared/api'
import { createContext, use } from 'react'

/** Who looks, and who takes part in the behovsmelding. */
export interface RoundPeople { readonly myId: string, readonly members: readonly Member[] }

/** Gives what is shown of a round the people it is among. */
export const RoundPeopleContext = createContext<RoundPeople>({ myId: '', members: [] })

/** A person's colour here, and whether it is oneself. */
export function usePerson (personId: string): { readonly color: number, readonly self: boolean } {
  const { myId, members } = use(RoundPeopleContext)
  return { color: memberColor(members, personId), self: personId === myId }
}
