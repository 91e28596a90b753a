import { createContext, use } from 'react'

/** The id of the element that tells this form from another one on the page, e.g. "Versjon 2"; null: it stands alone. */
export const FormNamedBy = createContext<string | null>(null)

/** What names a part of the form to a screen reader: its title, and which form it is in where there are two. */
export function useNamed (titleId: string): string {
  const form = use(FormNamedBy)
  return form === null ? titleId : `${titleId} ${form}`
}
