import type { StanceDraft } from '@samskriv/shared/api'
import type { Failure, Outcome } from '../api/index.ts'
import type { Watchable } from '../live/session.ts'
import { keptHere } from './kept-here.ts'

/**
 * The truth about what somebody is about to say. `kept`: `server` has all of it; `sending`: it is on its way; `here`: on this
 * machine and not on the server, for the reason in `failure`; `nowhere`: in this tab alone. `other`: what the server has, when that is
 * neither this nor what this was made from (written on another machine): the person chooses.
 */
export interface DraftState {
  readonly draft: StanceDraft
  readonly kept: 'server' | 'sending' | 'here' | 'nowhere'
  readonly failure: Failure | null
  readonly other: StanceDraft | null
}

/** What somebody is about to say, kept as they write. */
export interface Draft {
  readonly state: Watchable<DraftState>
  change (draft: StanceDraft): void
  /** What the server was asked for and has. It is taken where nothing waits here. */
  learned (server: StanceDraft | null): void
  /** Which of two to go on with, when there are two. */
  choose (which: 'this' | 'other'): void
  /** Nothing more is sent until something is written; resolves when what was on its way has arrived or has not. */
  settle (): Promise<void>
  /** It has been said: there is nothing to keep any more. */
  given (): void
  /** Keeps it here and sends it now. */
  flush (): void
  stop (): void
}

/** What a draft is opened with. `begin`: what one starts from when nothing was kept. `look`: asks the server what it has. */
export interface DraftRequest {
  readonly key: string
  readonly server: StanceDraft | null
  readonly begin: StanceDraft
  readonly send: (draft: StanceDraft) => Promise<Outcome<undefined>>
  readonly look: () => Promise<Outcome<StanceDraft | null>>
}

/** A draft as a text: equal for equal drafts. */
export const textOf = ({ stance, union, basis, statement }: StanceDraft): string => JSON.stringify([stance, union, basis, statement])
/** The same, '' for none. */
export const textOrNone = (draft: StanceDraft | null): string => draft === null ? '' : textOf(draft)

/** What is kept on this machine. `base`: what the server had when it was begun, by {@link textOrNone}. */
export interface Kept { readonly draft: StanceDraft, readonly base: string }

/** What this machine kept under a key; null: nothing. */
export function readKept (key: string): Kept | null {
  try {
    // Written by `openDraft`, on this machine, in this shape.
    return JSON.parse(keptHere(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
