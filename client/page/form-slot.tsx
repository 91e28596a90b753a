import type { Template } from '@samskriv/shared/template'
import { useMemo, type ReactNode } from 'react'
import { imageAddress } from '../api/index.ts'
import type { Suggesting } from '../editor/index.ts'
import type { FormComments } from '../form/comments.ts'
import { AnswerNotes, FormNotes, type NoteAt, type NotesByKey } from '../form/notes.ts'
import { useLanguage } from '../i18n/index.ts'
import type { LiveSession, Watchable } from '../live/session.ts'
import { later } from '../ui/later.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { SkeletonForm } from './skeleton.tsx'
import { uploadImage } from './upload-image.ts'

const Form = later(async () => (await import('../form/index.ts')).Form, 'form', 'editor')
const Outline = later(async () => (await import('../form/index.ts')).Outline, 'form')

const nothing: NoteAt = () => null
const none: NotesByKey = new Map()
const nowhere: Watchable<NotesByKey> = { get: () => none, watch: () => () => undefined }

/** Asks for the form's code before there is a form to show. */
export function preloadForm (): void { Form.preload() }

/** Brings a field or an item into view and puts the keyboard there, once the form is here. */
export async function reveal (key: string): Promise<void> {
  const { revealField } = await import('../form/index.ts')
  revealField(key)
}

/** What form and outline are shown from. */
export interface FormSlotProps {
  readonly template: Template
  readonly session: LiveSession
  readonly readOnly: boolean
  /** Comments on the form; null until they are here, or where there are none. */
  readonly comments?: FormComments | null
  readonly mayComment?: boolean
}

/** What the form is shown from. `suggesting` absent: the text is shown as it stands without suggestions. `noteAt`: what stands beside its questions; `suggested`: under its answers. */
export interface FormTextProps extends FormSlotProps { readonly suggesting?: Suggesting | undefined, readonly noteAt?: NoteAt | undefined, readonly suggested?: Watchable<NotesByKey> }

/** The form, once its code and the text have come; until then its sections by name. */
export function FormSlot ({ template, session, readOnly, suggesting, noteAt, suggested = nowhere, comments = null, mayComment = false }: FormTextProps): ReactNode {
  const language = useLanguage()
  const loaded = useWatch(session.loaded)
  const { behovsmelding } = session
  const images = useMemo(() => ({ address: (hash: string) => imageAddress(behovsmelding, hash), upload: (file: File, progress?: (share: number) => void) => uploadImage(behovsmelding, file, progress) }), [behovsmelding])
  const waiting = <SkeletonForm sections={template.sections.map(section => section.title[language])} />
  if (!loaded) return waiting
  return (
    <FormNotes value={noteAt ?? nothing}><AnswerNotes value={suggested}>
      <Form waiting={waiting} session={session} template={template} readOnly={readOnly} suggesting={suggesting} language={language} imageAddress={images.address} uploadImage={images.upload} comments={comments} mayComment={mayComment} />
    </AnswerNotes></FormNotes>
  )
}

/** The form's outline, once its code has come. `above`: what is said over it. `onChosen`: somebody chose a place. */
export function OutlineSlot ({ template, session, readOnly, comments = null, above, onChosen }: Omit<FormSlotProps, 'mayComment'> & { readonly above?: ReactNode, readonly onChosen?: () => void }): ReactNode {
  const language = useLanguage()
  return <Outline session={session} template={template} language={language} readOnly={readOnly} onChosen={onChosen} comments={comments} above={above} />
}
