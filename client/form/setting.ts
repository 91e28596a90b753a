import type { Language } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'
import { createContext, use } from 'react'
import type { Home, Images, Suggesting } from '../editor/index.ts'
import type { FormComments } from './comments.ts'

/** What every field of a form knows: the same object until something in it changes. */
export interface FormSetting {
  readonly home: Home
  readonly template: Template
  /** Nothing can be changed but what can be suggested. */
  readonly readOnly: boolean
  /** Where short answers are read and written: in the document, or, while one suggests, in one's own view of it. */
  readonly answers: Pick<Home, 'doc' | 'origin' | 'undo'>
  /** Who suggests: the person at this page, while what they do in it is suggested. Null: they write, or read. */
  readonly suggests: string | null
  /** Also short answers cannot be changed. */
  readonly answersReadOnly: boolean
  /** Also the text described at length cannot be. */
  readonly textReadOnly: boolean
  /** How suggestions in it are made and shown; absent: it is shown without. */
  readonly suggesting?: Suggesting | undefined
  /** Language of the form's own words. */
  readonly language: Language
  readonly images: Images
  /** What is known of comments on the form; null: nothing, as in a version. */
  readonly comments: FormComments | null
  /** Whether this person may comment now. */
  readonly mayComment: boolean
}

/** Gives a form's setting to its fields. */
export const FormContext = createContext<FormSetting | null>(null)

/** The form a field stands in. A field outside a form is a bug. */
export function useForm (): FormSetting {
  const setting = use(FormContext)
  if (setting === null) throw new Error('a field outside a form')
  return setting
}
