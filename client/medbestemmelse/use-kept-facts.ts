import type { ProtokollFacts } from '@samskriv/shared/api'
import { useCallback, useState } from 'react'
import { draftKey, keepHere, keptHere } from './kept-here.ts'

function read (key: string): ProtokollFacts | null {
  try {
    // Written below, on this machine, in this shape.
    return JSON.parse(keptHere(key) ?? 'null') as ProtokollFacts | null
  } catch {
    return null
  }
}

/** What the coordinator has written down so far for a round's protokoll: kept on this machine until the round is closed. */
export function useKeptFacts (personId: string, behovsmelding: string, round: number): readonly [ProtokollFacts | null, (facts: ProtokollFacts | null) => void] {
  const key = draftKey(personId, behovsmelding, `protokoll-${round}`)
  const [facts, setFacts] = useState(() => read(key))
  const keep = useCallback((next: ProtokollFacts | null) => {
    keepHere(key, next === null ? null : JSON.stringify(next))
    setFacts(next)
  }, [key])
  return [facts, keep]
}
