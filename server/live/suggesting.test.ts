import { expect, it } from 'vitest'
import { Suggesting } from './suggesting.ts'

it('a judge that breaks on an update, or refuses one, has seen what is not let in, and is never asked again', () => {
  let opened = 0
  const verdicts = [(): null => { throw new Error('broken') }, (): 'only-suggest' => 'only-suggest', (): null => null, (): null => null]
  const suggesting = new Suggesting(() => {
    const which = opened++
    return { learn: () => undefined, judge: () => verdicts[which]?.() ?? null }
  })
  const ask = (): unknown => suggesting.ask({ update: new Uint8Array([1]), personId: 'aslaug', owns: () => true, content: () => new Uint8Array() })
  expect([ask(), ask()]).toEqual(['only-suggest', 'only-suggest'])
  expect([ask(), ask(), opened]).toEqual([null, null, 3])
})
