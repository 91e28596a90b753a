// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bringIntoView } from './bring-into-view.ts'

let frames: (() => void)[] = []
const frame = (): void => { for (const each of frames.splice(0)) each() }

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (each: () => void) => frames.push(each))
})
afterEach(() => { vi.unstubAllGlobals() })

/** An element whose page has not been drawn: it gets its place only after some frames. */
function element (tops: readonly number[]): { readonly element: HTMLElement, readonly scrolled: () => number } {
  const made = document.createElement('p')
  document.body.append(made)
  let scrolled = 0
  made.scrollIntoView = () => { scrolled++ }
  made.getBoundingClientRect = () => new DOMRect(0, tops[Math.min(scrolled, tops.length) - 1] ?? 0, 1, 1)
  return { element: made, scrolled: () => scrolled }
}

describe('bringing something into view', () => {
  it('goes on until the page has come to rest, and no longer', () => {
    const { element: made, scrolled } = element([900, 700, 400, 100])
    bringIntoView(made, 'center')
    for (let turn = 0; turn < 50; turn++) frame()
    expect(scrolled()).toBe(8)
    expect(frames).toEqual([])
  })
  it('lets go when the person goes somewhere themselves', () => {
    const { element: made, scrolled } = element([900, 700, 400, 100])
    bringIntoView(made, 'center')
    frame()
    window.dispatchEvent(new Event('wheel'))
    for (let turn = 0; turn < 50; turn++) frame()
    expect(scrolled()).toBe(2)
  })
  it('gives way to what is to be seen after it, and ends though nothing comes to rest', () => {
    const first = element([900, 700, 400, 100])
    bringIntoView(first.element, 'start')
    const restless = element(Array.from({ length: 500 }, (_, index) => index * 10))
    bringIntoView(restless.element, 'start')
    for (let turn = 0; turn < 500; turn++) frame()
    expect(first.scrolled()).toBe(1)
    expect(restless.scrolled()).toBe(120)
  })
})
