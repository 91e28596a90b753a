// @vitest-environment jsdom
import { textOf, valuesOf } from '@samskriv/shared/document'
import { refused } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Home } from '../editor/home.ts'
import { Form } from './form.tsx'

const label = (nb: string): { nb: string, nn: string, en: string } => ({ nb, nn: nb, en: nb })
const template: Template = {
  id: 'test', version: 1, title: label('Test'), issuer: label('Ingen'), sections: [{
    id: 'alt', title: label('Alt'), fields: [
      { kind: 'text', id: 'eier', label: label('Eier') },
      {
        kind: 'fixedTable', id: 'summer', label: label('Summer'), rowHeading: label('Ordning'), totals: { row: label('Totalt'), column: label('Sum') },
        rows: [{ id: 'en', label: label('En') }, { id: 'to', label: label('To') }], columns: [{ kind: 'amount', id: 'eier', label: label('Eier') }, { kind: 'amount', id: 'uh', label: label('UH') }],
      },
      { kind: 'yesNo', id: 'flere', label: label('Flere?') },
    ],
  }],
}
const home = (): Home => {
  const doc = new Y.Doc()
  const origin = {}
  return {
    doc, origin, awareness: new Awareness(doc), undo: new Y.UndoManager(doc, { trackedOrigins: new Set([origin]) }),
    present: { get: () => [], watch: () => () => undefined }, lastUndone: { get: () => null, watch: () => () => undefined }, setPlace: () => undefined,
  }
}

let root: Root
let holder: HTMLElement
let session: Home
async function show (readOnly = false): Promise<void> {
  await act(async () => {
    root.render(<Form session={session} template={template} readOnly={readOnly} language="nb" imageAddress={hash => hash} uploadImage={async () => refused('wrong-state')} />)
    await Promise.all([import('../i18n/nb/form.json'), import('../i18n/nb/editor.json')])
  })
  // Its texts have come by then, or it waits for them once more.
  while (holder.querySelector('.ss-form') === null) await act(async () => { await new Promise(done => { setTimeout(done, 0) }) })
}
const field = (id: string): HTMLInputElement => {
  const found = document.getElementById(id)
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${id}`)
  return found
}
async function type (id: string, text: string): Promise<void> {
  await act(async () => {
    const input = field(id)
    input.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await act(async () => { field(id).blur() })
}
const totals = (): (string | null)[] => [...holder.querySelectorAll('tfoot output')].map(each => each.textContent)

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  holder = document.body.appendChild(document.createElement('div'))
  root = createRoot(holder)
  session = home()
})
afterEach(() => {
  act(() => { root.unmount() })
  holder.remove()
})

describe('a form', () => {
  it('adds up what people write as they write it, and shows it as the form writes amounts', async () => {
    await show()
    await type('ss-field-summer-en-eier', '330.000,-')
    await act(async () => { valuesOf(session.doc).set('summer/to/eier', 20_000) })
    expect(field('ss-field-summer-en-eier').value).toBe('330\u00A0000')
    expect(totals()).toEqual(['350\u00A0000', '–', '350\u00A0000'])
  })

  it('keeps what is no amount for all to see, says why, and leaves it out of the sum', async () => {
    await show()
    await type('ss-field-summer-en-uh', '466 tusen')
    expect(valuesOf(session.doc).get('summer/en/uh')).toEqual({ unread: '466 tusen' })
    const input = field('ss-field-summer-en-uh')
    expect(input.value).toBe('466 tusen')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const message = document.getElementById(input.getAttribute('aria-describedby') ?? '')
    expect(message?.textContent).toContain('tall')
    await type('ss-field-summer-en-uh', '')
    expect(valuesOf(session.doc).has('summer/en/uh')).toBe(false)
  })

  it('shows what others write without touching the field one is in', async () => {
    await show()
    const input = field('ss-field-summer-en-eier')
    input.focus()
    await act(async () => {
      textOf(session.doc, 'eier').insert(0, 'Nordvik')
      valuesOf(session.doc).set('flere', true)
    })
    expect(document.activeElement).toBe(input)
    expect(document.getElementById('ss-field-eier')).toHaveProperty('value', 'Nordvik')
    expect(field('ss-field-flere-yes').checked).toBe(true)
  })

  it('has nothing one could write in for those who only read', async () => {
    textOf(session.doc, 'eier').insert(0, 'Nordvik')
    await show(true)
    expect(holder.querySelectorAll('input, textarea, select, button, [contenteditable], [role=textbox]')).toHaveLength(0)
    expect(holder.textContent).toContain('Nordvik')
  })
})
