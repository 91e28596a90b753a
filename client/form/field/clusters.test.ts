import type { Field } from '@samskriv/shared/template'
import { expect, it } from 'vitest'
import { runsOf } from './clusters.tsx'

const label = { nb: 'a', nn: 'a', en: 'a' }
const field = (id: string, cluster?: string): Field => ({ kind: 'amount', id, label, ...(cluster === undefined ? {} : { cluster: { id: cluster, label } }) })

it('sets side by side only neighbours of one cluster', () => {
  const runs = runsOf([field('a'), field('b', 'x'), field('c', 'x'), field('d', 'y'), field('e'), field('f', 'x')])
  expect(runs.map(run => run.fields.map(each => each.id).join(''))).toEqual(['a', 'bc', 'd', 'e', 'f'])
})
