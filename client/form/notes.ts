import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'
import type { Watchable } from '../live/session.ts'

/** Gives what else is to be said at a field, or at an item of a group (`tiltak/<item>`), by its key; null: nothing. */
export type NoteAt = (key: string) => ReactNode

/** What stands beside the questions of a form, e.g. that an answer is new in a version. */
export const FormNotes = createContext<NoteAt>(() => null)

/** What stands under the answers, by key: the same node until something in it changes. */
export type NotesByKey = ReadonlyMap<string, ReactNode>

/**
 * What stands under the answers, e.g. what is suggested instead. It comes while somebody types, letter by letter: it must not push what they
 * type in, and only the places it is about are rendered for it.
 */
export const AnswerNotes = createContext<Watchable<NotesByKey>>({ get: () => noNotes, watch: () => () => undefined })
const noNotes: NotesByKey = new Map()

/** What is to be said under the answer at a key. */
export function AnswerNote ({ fieldKey }: { readonly fieldKey: string }): ReactNode {
  const { get, watch } = use(AnswerNotes)
  return useSyncExternalStore(watch, () => get().get(fieldKey) ?? null)
}

/** What is to be said at a key. */
export function Note ({ fieldKey }: { readonly fieldKey: string }): ReactNode {
  return use(FormNotes)(fieldKey)
}
