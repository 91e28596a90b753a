import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Outcome } from '../api/index.ts'

/** Something that is fetched: the latest good answer, and why the latest try failed, if it did. */
export interface Loaded<T> {
  readonly value: T | null
  readonly failure: Failure | null
  readonly again: () => Promise<void>
}

/** Fetches when shown, and `again` on demand. Of two answers under way only the later asked for counts. */
export function useLoad<T> (load: () => Promise<Outcome<T>>): Loaded<T> {
  const [state, setState] = useState<{ value: T | null, failure: Failure | null }>({ value: null, failure: null })
  const latest = useRef(0)
  const again = useCallback(async () => {
    const turn = ++latest.current
    const answer = await load()
    if (turn !== latest.current) return
    setState(before => answer.ok ? { value: answer.value, failure: null } : { value: before.value, failure: answer.refusal })
  }, [load])
  useEffect(() => {
    void again()
    return () => { latest.current += 1 }
  }, [again])
  return { ...state, again }
}
