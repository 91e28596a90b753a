import { fill, type Values } from '@samskriv/shared/document'
import type { Language } from '@samskriv/shared/base'
import { refused } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'
import { type ReactNode, useMemo } from 'react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Home } from '../editor/index.ts'
import { Form } from './form.tsx'

/** A version's form. `values` as the version holds them. */
export interface StaticFormProps {
  readonly template: Template
  readonly values: Values
  readonly language: Language
  readonly imageAddress: (hash: string) => string
}

const nobody: Home['present'] = { get: () => [], watch: () => () => undefined }
const nothing: Home['lastUndone'] = { get: () => null, watch: () => () => undefined }
const noUpload = async (): Promise<ReturnType<typeof refused>> => refused('wrong-state')

// A version is shown by the same components as the living form: its values lie in a document that is nowhere else.
function homeOf (template: Template, values: Values): Home {
  const doc = new Y.Doc()
  fill(template, doc, values)
  const awareness = new Awareness(doc)
  // It would say every 15 seconds that it is here; there is nobody to hear it.
  awareness.destroy()
  return { doc, awareness, undo: new Y.UndoManager(doc), origin: {}, present: nobody, lastUndone: nothing, setPlace: () => undefined }
}

/** Shows plain values, e.g. of a locked version: text one can select, nothing one can write in. */
export function StaticForm ({ template, values, language, imageAddress }: StaticFormProps): ReactNode {
  const home = useMemo(() => homeOf(template, values), [template, values])
  return <Form session={home} template={template} readOnly language={language} imageAddress={imageAddress} uploadImage={noUpload} />
}
