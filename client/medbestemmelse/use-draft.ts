import type { MedbestemmelseView, RoundView, StanceDraft } from '@samskriv/shared/api'
import { useEffect, useRef, useState } from 'react'
import { fetchMedbestemmelse, keepDraft } from '../api/index.ts'
import type { Draft } from './draft.ts'
import { draftKey } from './kept-here.ts'
import { openDraft } from './open-draft.ts'
import { lastSaid } from './rounds.ts'

/** A draft with nothing in it. */
export const emptyDraft: StanceDraft = { stance: null, union: '', basis: null, statement: null }

/** What somebody begins from: for whom and on what basis they spoke last; in the same round also what they said, which they have then taken back. */
export function beginFrom (view: MedbestemmelseView, round: RoundView, personId: string): StanceDraft {
  const said = lastSaid(view, personId)
  if (said === null) return emptyDraft
  const { stance, union, basis, statement } = said
  return said.round === round.number ? { stance, union, basis, statement } : { ...emptyDraft, union, basis }
}

/** Keeps what a person is about to say in a round, from when it is shown until it is not. Null for the first moment. */
export function useDraft (behovsmelding: string, view: MedbestemmelseView, round: RoundView, personId: string): Draft | null {
  const [draft, setDraft] = useState<Draft | null>(null)
  const known = useRef(view)
  useEffect(() => { known.current = view })
  const { number } = round
  useEffect(() => {
    const now = known.current
    const here = now.rounds.find(one => one.number === number)
    if (here === undefined) return undefined
    const opened = openDraft({
      key: draftKey(personId, behovsmelding, 'stance'), server: now.draft, begin: beginFrom(now, here, personId),
      send: what => keepDraft(behovsmelding, number, what),
      look: async () => {
        const answer = await fetchMedbestemmelse(behovsmelding)
        return answer.ok ? { ok: true, value: answer.value.draft } : answer
      },
    })
    setDraft(opened)
    return () => {
      opened.stop()
      setDraft(null)
    }
  }, [behovsmelding, number, personId])
  useEffect(() => { draft?.learned(view.draft) }, [draft, view.draft])
  return draft
}
