import type { ImageStored } from '@samskriv/shared/api'
import type { Language, Result } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { type Home, loadEditorSoon, type Suggesting, type WritingMode } from '../editor/index.ts'
import { useText } from '../i18n/index.ts'
import type { FormComments } from './comments.ts'
import { learnHeights } from './live/heights.ts'
import { openSuggestedAnswers, type Answers } from './live/suggested-answers.ts'
import { revealField } from './reveal.ts'
import { SectionView } from './section.tsx'
import { FormContext } from './setting.ts'
import '../editor/person-colors.css'
import '../editor/editor.css'
import './form.css'
import './table.css'
import './group.css'

/** A behovsmelding's form. */
export interface FormProps {
  /** The live session, or what stands in for one. */
  readonly session: Home
  readonly template: Template
  /** Nothing can be written: no field looks as if it could. */
  readonly readOnly: boolean
  /** How suggestions in the text are made and shown; absent: it is shown as it stands without them, as in a version. */
  readonly suggesting?: Suggesting | undefined
  /** Language of the form's own words. */
  readonly language: Language
  readonly imageAddress: (hash: string) => string
  readonly uploadImage: (file: File) => Promise<Result<ImageStored>>
  /** Comments on the form, once they are here. */
  readonly comments?: FormComments | null
  readonly mayComment?: boolean
}

const placeOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? target.closest('[data-key]')?.getAttribute('data-key') ?? null : null

const unwatched = (): (() => void) => () => undefined

/** Whether what is done in the form is done or suggested. */
function useMode (suggesting: Suggesting | undefined): WritingMode {
  return useSyncExternalStore(suggesting === undefined ? unwatched : suggesting.state.watch, () => suggesting?.state.get().mode ?? 'write')
}

// Null while one writes.
function useSuggestedAnswers (template: Template, home: Home, person: string | null): Answers | null {
  const opened = useMemo(() => person === null ? null : openSuggestedAnswers(template, home, person), [template, home, person])
  useEffect(() => opened?.follow(), [opened])
  return opened?.answers ?? null
}

/** The form as a document that one writes in. Suspends until its texts are here. */
export function Form ({ session, template, readOnly, suggesting, language, imageAddress, uploadImage, comments = null, mayComment = false }: FormProps): ReactNode {
  // Asked for here, so that no field, and no editor coming up under a click, has to wait for its words.
  useText('editor')
  const t = useText('form')
  const mode = useMode(suggesting)
  const suggests = mode === 'suggest' && !readOnly ? suggesting?.personId ?? null : null
  const own = useSuggestedAnswers(template, session, suggests)
  const setting = useMemo(
    () => ({ home: session, template, readOnly: readOnly || mode === 'suggest', answers: own ?? session, suggests, answersReadOnly: readOnly, textReadOnly: readOnly, suggesting, language, images: { address: imageAddress, upload: uploadImage }, comments, mayComment: mayComment && comments !== null }),
    [session, template, readOnly, mode, own, suggests, suggesting, language, imageAddress, uploadImage, comments, mayComment],
  )
  useEffect(() => { if (!readOnly) loadEditorSoon() }, [readOnly])
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current === null || typeof ResizeObserver === 'undefined' ? undefined : learnHeights(box.current), [])
  // Locked under one's fingers: nobody is writing anywhere any more.
  useEffect(() => { if (readOnly) session.setPlace(null) }, [readOnly, session])
  useEffect(() => session.lastUndone.watch(() => {
    const undone = session.lastUndone.get()
    if (undone !== null) revealField(undone.key)
  }), [session])

  const enter = (event: FocusEvent): void => {
    if (readOnly) return
    // What is written in two fields is two things to undo, however quick one is.
    session.undo.stopCapturing()
    event.target.closest<HTMLElement>('.ss-field')?.setAttribute('data-been', '')
    session.setPlace(placeOf(event.target))
  }
  const leave = (event: FocusEvent): void => {
    // Going to another field is told of once, by entering it.
    if (!readOnly && !event.currentTarget.contains(event.relatedTarget)) session.setPlace(null)
  }
  // In rich text the editor answers; everywhere else (lines, boxes, buttons) the browser would undo nothing, or others' words.
  const press = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase()
    if (readOnly || event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return
    if (event.target instanceof Element && event.target.closest('dialog') !== null) return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) session.undo.redo()
    else session.undo.undo()
  }
  return (
    <FormContext value={setting}>
      {/* It listens for where the focus goes inside it, and is nothing to act upon itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <article ref={box} className="ss-form" data-readonly={readOnly || undefined} data-talk={comments === null ? undefined : true} lang={language} aria-label={t('form')} onFocus={enter} onBlur={leave} onKeyDown={press}>
        {template.sections.map(section => <SectionView key={section.id} section={section} />)}
      </article>
    </FormContext>
  )
}
