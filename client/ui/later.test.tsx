// @vitest-environment jsdom
import { act, Component, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { later } from './later.tsx'

function Greeting ({ name }: { readonly name: string }): ReactNode { return <p>{`hei, ${name}`}</p> }

class Boundary extends Component<{ readonly children: ReactNode }, { readonly told: string }> {
  override state = { told: '' }
  static getDerivedStateFromError (problem: unknown): { readonly told: string } { return { told: String(problem) } }
  override render (): ReactNode { return this.state.told === '' ? this.props.children : this.state.told }
}

let root: Root
let holder: HTMLElement
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  holder = document.body.appendChild(document.createElement('div'))
  root = createRoot(holder, { onCaughtError: () => undefined })
})
afterEach(() => {
  act(() => { root.unmount() })
  holder.remove()
})

describe('a part of the page that comes later', () => {
  it('has something in its place until it is here, is there at once the next time, and is fetched once', async () => {
    const code = Promise.withResolvers<typeof Greeting>()
    let fetched = 0
    const Part = later(async () => { fetched++; return code.promise })
    await act(async () => { root.render(<Part waiting='venter' name='du' />) })
    expect(holder.textContent).toBe('venter')
    await act(async () => { code.resolve(Greeting) })
    expect(holder.textContent).toBe('hei, du')
    // No turn of the event loop lies between: it was never waited for.
    act(() => { root.render(<Part key='anew' waiting='venter' name='du igjen' />) })
    expect(holder.textContent).toBe('hei, du igjen')
    expect(fetched).toBe(1)
  })
  it('is on its way once it has been asked for', async () => {
    const Part = later(async () => Greeting)
    await act(async () => { Part.preload() })
    act(() => { root.render(<Part waiting='venter' name='du' />) })
    expect(holder.textContent).toBe('hei, du')
  })
  it('tells of a fetch that failed to what catches errors, and tries again when it is shown again', async () => {
    let turn = 0
    const Part = later<{ readonly name: string }>(async () => {
      turn++
      if (turn === 1) throw new Error('uten nett')
      return Greeting
    })
    await act(async () => { root.render(<Boundary><Part name='du' /></Boundary>) })
    expect(holder.textContent).toBe('Error: uten nett')
    await act(async () => { root.render(<Boundary key='again'><Part name='du' /></Boundary>) })
    expect(holder.textContent).toBe('hei, du')
  })
})
