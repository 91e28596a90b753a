import { describe, expect, it } from 'vitest'
import { sameEntries, watchable } from './watchable.ts'

describe('a watchable', () => {
  it('tells its watchers of a change, after which they can read it', () => {
    const seen: number[] = []
    const value = watchable(1)
    const stop = value.watch(() => { seen.push(value.get()) })
    value.set(2)
    stop()
    value.set(3)
    expect(seen).toEqual([2])
  })

  it('keeps the object it has when the new one shows the same', () => {
    const value = watchable<{ a: number }>({ a: 1 }, sameEntries)
    const before = value.get()
    let told = 0
    value.watch(() => { told += 1 })
    value.set({ a: 1 })
    expect(value.get()).toBe(before)
    value.set({ a: 2 })
    expect(told).toBe(1)
  })

  it('lets a watcher stop another, and watch anew, while being told', () => {
    const told: string[] = []
    const value = watchable(1)
    let stopSecond = (): void => { told.push('nothing to stop') }
    let stopFirst = value.watch(() => {
      told.push('first')
      stopFirst()
      stopFirst = value.watch(() => { told.push('first again') })
      stopSecond()
    })
    stopSecond = value.watch(() => { told.push('second') })
    value.set(2)
    value.set(3)
    expect(told).toEqual(['first', 'first again'])
  })
})
