// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { useLastStep } from './use-last-step.ts'

const map = new Y.Doc().getMap<number>('x')
const undo = new Y.UndoManager(map, { captureTimeout: 0 })

function Told ({ work }: { readonly work: (done: (what: string) => void) => void }): ReactNode {
  const [last, done] = useLastStep<string>(undo)
  return <button type="button" onClick={() => { work(done) }}>{last ?? 'nothing'}</button>
}

it('tells what was done last only as long as one undo takes back just that', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const holder = document.createElement('div')
  const root = createRoot(holder)
  const after = async (work: (done: (what: string) => void) => void): Promise<string> => {
    await act(async () => { root.render(<Told work={work} />) })
    await act(async () => { holder.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true })) })
    return holder.textContent
  }
  document.body.append(holder)
  // Nothing was written: there is nothing to take back.
  expect(await after(done => { done('accepted') })).toBe('nothing')
  expect(await after(done => { map.set('a', 1); done('accepted') })).toBe('accepted')
  expect(await after(() => { map.set('a', 2) })).toBe('nothing')
  expect(await after(done => { done('accepted'); undo.undo() })).toBe('nothing')
  act(() => { root.unmount() })
  holder.remove()
})
