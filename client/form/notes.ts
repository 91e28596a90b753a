import { createContext, use, type ReactNode } from 'react'

/** Gives what else is to be said at a field, or at an item of a group (`tiltak/<item>`), by its key; null: nothing. */
export type NoteAt = (key: string) => ReactNode

/** What stands beside the questions of a form, e.g. that an answer is new in a version. */
export const FormNotes = createContext<NoteAt>(() => null)

/** What stands under the answers, e.g. what is suggested instead: it comes while somebody types, and must not push what they type in. */
export const AnswerNotes = createContext<NoteAt>(() => null)

/** What is to be said under the answer at a key. */
export function AnswerNote ({ fieldKey }: { readonly fieldKey: string }): ReactNode {
  return use(AnswerNotes)(fieldKey)
}

/** What is to be said at a key. */
export function Note ({ fieldKey }: { readonly fieldKey: string }): ReactNode {
  return use(FormNotes)(fieldKey)
}
