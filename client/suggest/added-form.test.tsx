// @vitest-environment jsdom
import { suggestedOf } from '@samskriv/shared/document'
import { suggestionAt } from '@samskriv/shared/suggest'
import { templateById } from '@samskriv/shared/template'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { LiveSession } from '../live/session.ts'
import { AddedForm } from './added-form.tsx'

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')

it('shows the name of a suggested item as it is held to the form, whatever a program has put there, and keeps what is typed', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const doc = new Y.Doc()
  suggestedOf(doc).set('aslaug/tiltak/nytt', { kind: 'added', list: 'tiltak', item: 'nytt', behind: null, values: { navn: '  Nytt  ' } })
  const change = suggestionAt(template, doc, 'aslaug', 'tiltak/nytt')
  if (change?.kind !== 'added') throw new Error('it can be read')
  const session = { doc, origin: {} } as LiveSession
  const holder = document.body.appendChild(document.createElement('div'))
  const root = createRoot(holder)
  await act(async () => { root.render(<AddedForm template={template} session={session} personId='aslaug' change={change} />) })
  const input = holder.querySelector('input')
  expect(input?.value).toBe('Nytt')
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'Nytt ')
    input?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(input?.value).toBe('Nytt ')
  act(() => { root.unmount() })
  holder.remove()
})
