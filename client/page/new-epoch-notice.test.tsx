// @vitest-environment jsdom
import type { State } from '@samskriv/shared/access'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { NewEpochNotice } from './new-epoch-notice.tsx'

const origin = { how: 'reopened', version: 1, before: 1, at: '2026-03-04T10:00:00.000Z', by: { personId: 'eier', name: 'Eier' } } as const
const ignore = (): void => undefined

let root: Root
let holder: HTMLElement
async function show (state: State): Promise<string> {
  await act(async () => {
    root.render(<><p>her</p><NewEpochNotice view={{ id: 'b', state, origin }} mayRestore={false} onSeen={ignore} onRestored={ignore} /></>)
    await import('../i18n/nb/live.json')
  })
  while (holder.querySelector('p') === null) await act(async () => { await new Promise(done => { setTimeout(done, 0) }) })
  return holder.textContent
}
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  holder = document.body.appendChild(document.createElement('div'))
  root = createRoot(holder)
})
afterEach(() => {
  act(() => { root.unmount() })
  holder.remove()
})

it('that it was reopened is told while it is open, and no longer once it is locked or delivered again', async () => {
  for (const state of ['utkast', 'medbestemmelse'] as const) expect(await show(state)).toContain('Behovsmeldingen er gjenåpnet. Teksten går videre fra den låste versjonen.')
  for (const state of ['låst', 'levert'] as const) expect(await show(state)).toBe('her')
})
