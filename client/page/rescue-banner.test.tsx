// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Rescue } from '../live/session.ts'
import { watchable } from '../live/watchable.ts'
import { Announcer } from '../ui/announce.tsx'
import { RescueStatus } from './rescue-banner.tsx'

const words = 'Noe du skrev, er ikke med'
const rescue: Rescue = { epoch: 3, changes: 22, update: new Uint8Array(), base: null, code: 'old-epoch' }
const rescues = watchable<readonly Rescue[]>([])
const opened: number[] = []

let root: Root
let holder: HTMLElement
beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  holder = document.body.appendChild(document.createElement('div'))
  root = createRoot(holder)
  await act(async () => {
    root.render(<><Announcer /><RescueStatus session={{ rescues }} onShow={epoch => { opened.push(epoch) }} /></>)
    await import('../i18n/nb/live.json')
  })
  while (holder.querySelector('output') === null) await act(async () => { await new Promise(done => { setTimeout(done, 0) }) })
})
afterEach(() => {
  act(() => { root.unmount() })
  holder.remove()
})

it('that something is not in the document is told while there is something, seen and heard, and leads to it', () => {
  const button = (): HTMLButtonElement | null => holder.querySelector('button')
  expect(button()).toBeNull()
  expect(holder.querySelector('output')?.textContent).not.toContain(words)
  act(() => { rescues.set([rescue]) })
  expect(button()?.textContent).toBe(words)
  expect(holder.querySelector('output')?.textContent).toContain(words)
  act(() => { button()?.click() })
  expect(opened).toEqual([3])
  act(() => { rescues.set([]) })
  expect(button()).toBeNull()
})
