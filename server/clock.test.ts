import { expect, it } from 'vitest'
import { watchClock } from './clock.ts'

it('tells of a clock that jumps, once, and of no clock that only drifts', () => {
  let wall = 1_000_000
  let steady = 0
  const said: unknown[] = []
  const { look, stop } = watchClock((level, _message, facts) => { said.push([level, facts]) }, { wall: () => wall, steady: () => steady })
  const pass = (wallMs: number): void => { wall += wallMs; steady += 5_000; look() }
  pass(5_000)
  pass(5_400)
  expect(said).toEqual([])
  pass(3_600_000)
  pass(5_000)
  pass(-3_590_000)
  expect(said).toEqual([['warning', { seconds: 3595 }], ['warning', { seconds: -3595 }]])
  stop()
})
