// @vitest-environment jsdom
import { richOf } from '@samskriv/shared/document'
import { refused } from '@samskriv/shared/base'
import { richTextFrom, writeRichText } from '@samskriv/shared/rich-text'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Home } from './home.ts'
import { Reading } from './reading.tsx'

const doc = new Y.Doc()
writeRichText(richOf(doc, 'om'), richTextFrom('Bare å lese.'))
const home: Home = {
  doc, awareness: new Awareness(doc), undo: new Y.UndoManager(doc), origin: {}, setPlace: () => undefined,
  present: { get: () => [], watch: () => () => undefined }, lastUndone: { get: () => null, watch: () => () => undefined },
}
const images = { address: (hash: string) => hash, upload: async () => refused('wrong-state') }

let root: Root
let holder: HTMLElement
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  holder = document.body.appendChild(document.createElement('div'))
  root = createRoot(holder)
})
afterEach(() => {
  act(() => { root.unmount() })
  holder.remove()
})
async function show (onComment?: () => void): Promise<void> {
  await act(async () => {
    root.render(<Reading home={home} fieldKey="om" labelId="l" readOnly images={images} onComment={onComment} />)
    await import('../i18n/nb/editor.json')
  })
  while (holder.querySelector('.ss-rich__text') === null) await act(async () => { await new Promise(done => { setTimeout(done, 0) }) })
}

it('can be walked through and chosen from by keyboard where one may comment, and takes nothing one types', async () => {
  await show(() => undefined)
  const box = holder.querySelector('[role=textbox]')
  expect(box?.getAttribute('aria-readonly')).toBe('true')
  expect(box?.getAttribute('contenteditable')).toBe('true')
  for (const name of ['beforeinput', 'paste', 'cut', 'drop']) {
    const event = new Event(name, { bubbles: true, cancelable: true })
    box?.dispatchEvent(event)
    expect(event.defaultPrevented, name).toBe(true)
  }
})

it('is plain text for those who only read', async () => {
  await show()
  expect(holder.querySelector('[contenteditable], [role=textbox]')).toBeNull()
  expect(holder.textContent).toBe('Bare å lese.')
})
