import type { Comparison } from '@samskriv/shared/compare'
import type { Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { useMemo, type ReactNode } from 'react'
import { imageAddress } from '../api/index.ts'
import { ImagesOf } from '../compare/rich-change.tsx'
import { FormNamedBy, FormNotes, StaticForm, type NoteAt } from '../form/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { apart, apartKey } from './apart.ts'
import { MarkNote } from './mark-note.tsx'
import { marksOf } from './marks.ts'
import '../compare/compare.css'
import './marks.css'

/** A version's form, and what is new in it. `comparison` null: nothing is marked. `withWords`: also the words that are new. */
export interface FrozenFormProps {
  readonly behovsmelding: string
  readonly template: Template
  readonly values: Values
  readonly comparison: Comparison | null
  readonly since: number | null
  readonly withWords: boolean
  /** Id of what tells this form from the living one. */
  readonly namedBy: string
}

function notesOf (template: Template, comparison: Comparison | null, since: number | null, withWords: boolean): NoteAt {
  if (comparison === null || since === null) return () => null
  const marks = new Map(marksOf(template, comparison).map(mark => [apartKey(mark.key), mark]))
  return key => {
    const mark = marks.get(key)
    // Made anew when the words are asked for, or not any more: each is folded and unfolded by itself after that.
    return mark === undefined ? null : <MarkNote key={String(withWords)} mark={mark} since={since} withWords={withWords} />
  }
}

/** A version as it was frozen, with what is new in it marked where it stands. */
export function FrozenForm ({ behovsmelding, template, values, comparison, since, withWords, namedBy }: FrozenFormProps): ReactNode {
  const language = useLanguage()
  const frozen = useMemo(() => apart(template, values), [template, values])
  const address = useMemo(() => (hash: string) => imageAddress(behovsmelding, hash), [behovsmelding])
  const noteAt = useMemo(() => notesOf(template, comparison, since, withWords), [template, comparison, since, withWords])
  return (
    <ImagesOf value={behovsmelding}>
      <FormNotes value={noteAt}>
        <FormNamedBy value={namedBy}><StaticForm template={frozen.template} values={frozen.values} language={language} imageAddress={address} /></FormNamedBy>
      </FormNotes>
    </ImagesOf>
  )
}
