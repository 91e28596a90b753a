import { useCallback, useState, useSyncExternalStore } from 'react'
import type { Board } from '../board/board.ts'
import type { Person } from '../write/mention.ts'
import type { Aim, Draft } from './drafts.ts'
import type { SendState } from './sending.ts'

/** One draft as it is being written. */
export interface WritingDraft {
  readonly text: string
  readonly people: readonly Person[]
  readonly state: SendState
  readonly write: (text: string, people?: readonly Person[]) => void
  readonly drop: () => void
  /** What stands there before one has written anything, and the way back to it. */
  readonly first: Pick<Draft, 'text' | 'people'>
  readonly reset: () => void
}

/** Keeps what one writes in one box: here while one writes, and on this machine. `first`: what stands there before one has written anything. */
export function useDraft (board: Board, id: string, aim: Aim, first: Pick<Draft, 'text' | 'people'> = { text: '', people: [] }): WritingDraft {
  const [draft, setDraft] = useState(() => board.drafts.at(id) ?? { id, aim, ...first })
  const { sending, drafts } = board
  const state = useSyncExternalStore(useCallback(changed => sending.watch(changed), [sending]), () => sending.at(id))
  return {
    text: draft.text,
    people: draft.people,
    state,
    write (text, people = draft.people) {
      const next = { id, aim, text, people }
      setDraft(next)
      drafts.write(next)
    },
    first,
    reset () {
      setDraft({ id, aim, ...first })
      // A comment being begun stays, with nothing in it.
      if (aim.kind === 'start') drafts.write({ id, aim, ...first })
      else drafts.drop(id)
    },
    drop () {
      drafts.drop(id)
      setDraft({ id, aim, ...first })
    },
  }
}
