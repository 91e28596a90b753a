import { commonOrder } from '../sequence.ts'

/** What can be set against another of its kind. `key` is equal for equal ones alone; `words` say how much two are alike. */
export interface Alignable { readonly type: string, readonly key: string, words (): readonly string[] }

/** One step through two rows at once. `same`: equal; `changed`: alike enough to be called the same, changed. */
export type Step<T> =
  | { readonly kind: 'same' | 'changed', readonly before: T, readonly after: T }
  | { readonly kind: 'deleted', readonly before: T }
  | { readonly kind: 'inserted', readonly after: T }

/** How much alike two are to be called the same one: the share of their words that both have. */
const alikeFrom = 0.35
/** Every one is set against every other only up to so many pairs; past it, against the nearest ones. */
const mostPairs = 900
const nearest = 8

type Bag = ReadonlyMap<string, number>

function bagOf (words: readonly string[]): Bag {
  const bag = new Map<string, number>()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

interface Weighed<T> { readonly one: T, readonly bag: Bag, readonly size: number }

function alike<T extends Alignable> (a: Weighed<T>, b: Weighed<T>): number {
  if (a.one.type !== b.one.type) return 0
  if (a.size + b.size === 0) return 1
  let both = 0
  for (const [word, count] of a.bag) both += Math.min(count, b.bag.get(word) ?? 0)
  const share = 2 * both / (a.size + b.size)
  return share >= alikeFrom ? share : 0
}

// The set of pairs, in order, that together have most in common.
function best<T extends Alignable> (before: readonly Weighed<T>[], after: readonly Weighed<T>[]): readonly [number, number][] {
  const [n, m] = [before.length, after.length]
  const scores = new Float64Array(n * m)
  const sums = new Float64Array((n + 1) * (m + 1))
  const sum = (i: number, j: number): number => sums[i * (m + 1) + j] ?? 0
  before.toReversed().forEach((a, fromEnd) => {
    const i = n - 1 - fromEnd
    after.toReversed().forEach((b, fromEndToo) => {
      const j = m - 1 - fromEndToo
      const score = scores[i * m + j] = alike(a, b)
      sums[i * (m + 1) + j] = Math.max(sum(i + 1, j), sum(i, j + 1), score > 0 ? score + sum(i + 1, j + 1) : 0)
    })
  })
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < n && j < m;) {
    const score = scores[i * m + j] ?? 0
    if (score > 0 && sum(i, j) === score + sum(i + 1, j + 1)) pairs.push([i++, j++])
    else if (sum(i, j) === sum(i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}

function near<T extends Alignable> (before: readonly Weighed<T>[], after: readonly Weighed<T>[]): readonly [number, number][] {
  const pairs: [number, number][] = []
  let next = 0
  before.forEach((a, i) => {
    const found = after.slice(next, next + nearest).findIndex(b => alike(a, b) > 0)
    if (found < 0) return
    pairs.push([i, next + found])
    next += found + 1
  })
  return pairs
}

function between<T extends Alignable> (before: readonly T[], after: readonly T[]): readonly Step<T>[] {
  if (before.length === 0) return after.map(one => ({ kind: 'inserted', after: one }))
  if (after.length === 0) return before.map(one => ({ kind: 'deleted', before: one }))
  const weigh = (one: T): Weighed<T> => {
    const words = one.words()
    return { one, bag: bagOf(words), size: words.length }
  }
  const [a, b] = [before.map(weigh), after.map(weigh)]
  const steps: Step<T>[] = []
  let [i, j] = [0, 0]
  const alone = (toBefore: number, toAfter: number): void => {
    for (const one of before.slice(i, toBefore)) steps.push({ kind: 'deleted', before: one })
    for (const one of after.slice(j, toAfter)) steps.push({ kind: 'inserted', after: one })
  }
  for (const [at, other] of a.length * b.length <= mostPairs ? best(a, b) : near(a, b)) {
    alone(at, other)
    const [then, now] = [before[at], after[other]]
    if (then !== undefined && now !== undefined) steps.push({ kind: 'changed', before: then, after: now })
    i = at + 1
    j = other + 1
  }
  alone(before.length, after.length)
  return steps
}

/** Sets two rows against each other: first what is equal, then, between those, what is alike. Every one of both rows is in exactly one step, in order. */
export function align<T extends Alignable> (before: readonly T[], after: readonly T[]): readonly Step<T>[] {
  const steps: Step<T>[] = []
  let [i, j] = [0, 0]
  for (const [at, other] of commonOrder(before.map(one => one.key), after.map(one => one.key))) {
    steps.push(...between(before.slice(i, at), after.slice(j, other)))
    const [then, now] = [before[at], after[other]]
    if (then !== undefined && now !== undefined) steps.push({ kind: 'same', before: then, after: now })
    i = at + 1
    j = other + 1
  }
  steps.push(...between(before.slice(i), after.slice(j)))
  return steps
}
