import { refused, taken } from '@samskriv/shared/base'
import { describe, expect, it } from 'vitest'
import { createLimiter, createMender, createTurns } from './index.ts'

describe('turns', () => {
  it('are taken one after the other, in the order they were asked for, also when one fails', async () => {
    const turns = createTurns()
    const log: string[] = []
    const work = (name: string, fails = false) => turns(async () => {
      log.push(`${name} begins`)
      await Promise.resolve()
      log.push(`${name} ends`)
      if (fails) throw new Error(name)
      return taken(name)
    })
    const all = await Promise.allSettled([work('a'), work('b', true), work('c')])
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(all.map(each => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('are refused when too many wait, and given again afterwards', async () => {
    const turns = createTurns(2)
    const answers = await Promise.all([1, 2, 3].map(n => turns(async () => taken(n))))
    expect(answers).toEqual([taken(1), taken(2), refused('too-fast')])
    expect(await turns(async () => taken(4))).toEqual(taken(4))
  })
})

describe('a limiter', () => {
  it('says when a key has reached its bound, and forgets after its time', () => {
    const limiter = createLimiter({ most: 2, perMs: 100, mostKeys: 10 })
    limiter.count('a', 0)
    expect(limiter.isOver('a', 1)).toBe(false)
    limiter.count('a', 99)
    expect([limiter.isOver('a', 99), limiter.isOver('b', 99), limiter.isOver('a', 100)]).toEqual([true, false, false])
  })

  it('holds no more keys than it may: the one untouched longest goes', () => {
    const limiter = createLimiter({ most: 1, perMs: 100, mostKeys: 2 })
    for (const key of ['a', 'b', 'c']) limiter.count(key, 0)
    expect(['a', 'b', 'c'].map(key => limiter.isOver(key, 0))).toEqual([false, true, true])
  })
})

describe('a mender', () => {
  it('asks the store to recover until it can, once for many failures, and then no more', async () => {
    let asked = 0
    const { promise: healed, resolve: whole } = Promise.withResolvers<undefined>()
    const mender = createMender({
      async recover () {
        asked += 1
        if (asked < 3) throw new Error('still full')
        whole(undefined)
      },
    }, 1)
    for (let times = 0; times < 10; times++) mender.failed()
    await healed
    mender.stop()
    mender.failed()
    expect(asked).toBe(3)
  })
})
