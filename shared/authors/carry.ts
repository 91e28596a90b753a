import type * as Y from 'yjs'
import type { Template } from '../template/index.ts'
import type { Author, Authorship, CarriedAuthors, CarriedRun, OwnerOf, Stretch } from './authorship.ts'
import { walk, type Piece } from './walk.ts'

const lengthOf = (parts: readonly { readonly length: number }[]): number => parts.reduce((sum, part) => sum + part.length, 0)

// Pieces and stretches run along the same characters; each is cut where the other ends.
function along (pieces: readonly Piece[], stretches: readonly Stretch[]): readonly CarriedRun[] {
  const runs: CarriedRun[] = []
  const rest = stretches.map(([length, who]) => ({ length, who }))
  for (const piece of pieces) {
    let { clock, length } = piece
    while (length > 0) {
      const [next] = rest
      if (next === undefined) return runs
      const taken = Math.min(length, next.length)
      if (next.who >= 0) runs.push([clock, taken, next.who])
      clock += taken
      length -= taken
      next.length -= taken
      if (next.length === 0) rest.shift()
    }
  }
  return runs
}

/**
 * Carries over who wrote what into a fresh document made from the same text (`client`: the id it was made under). A text of another length
 * than was counted then is carried over as nobody's: better unknown than another's.
 */
export function carryAuthors (template: Template, doc: Y.Doc, client: number, { authors, texts, values }: Authorship): CarriedAuthors {
  const here = walk(template, doc)
  const runs: CarriedRun[] = []
  for (const [key, pieces] of here.texts) {
    const stretches = texts[key] ?? []
    const counted = stretches.reduce((sum, [length]) => sum + length, 0)
    if (counted === lengthOf(pieces)) runs.push(...along(pieces, stretches))
  }
  for (const [key, { clock }] of here.values) {
    const who = values[key] ?? -1
    if (who >= 0) runs.push([clock, 1, who])
  }
  return { client, authors, runs: runs.toSorted((a, b) => a[0] - b[0]) }
}

/** What is known of who wrote in a room. `carried` null: a first epoch, or nothing was carried over. */
export interface Known {
  readonly owners: ReadonlyMap<number, string>
  readonly bringers: ReadonlyMap<number, string>
  readonly carried: CarriedAuthors | null
}

interface Part { readonly length: number, readonly author: Author | null }

function carriedParts ({ authors, runs }: CarriedAuthors, clock: number, length: number): readonly Part[] {
  const parts: Part[] = []
  let at = clock
  const end = clock + length
  let low = 0
  for (let high = runs.length; low < high;) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run !== undefined && run[0] + run[1] <= clock) low = middle + 1
    else high = middle
  }
  for (const [from, count, who] of runs.slice(low)) {
    if (from >= end) break
    if (from > at) parts.push({ length: from - at, author: null })
    const start = Math.max(from, at)
    const stop = Math.min(from + count, end)
    parts.push({ length: stop - start, author: authors[who] ?? null })
    at = stop
  }
  if (at < end) parts.push({ length: end - at, author: null })
  return parts
}

/** Whose clocks are, by what is known: carried over, written under a session, brought along; else nobody's. */
export function ownersBy ({ owners, bringers, carried }: Known): OwnerOf {
  return (client, clock, length) => {
    if (carried !== null && client === carried.client) return carriedParts(carried, clock, length)
    const owner = owners.get(client)
    if (owner !== undefined) return [{ length, author: { personId: owner, how: 'wrote' } }]
    const bringer = bringers.get(client)
    return [{ length, author: bringer === undefined ? null : { personId: bringer, how: 'brought' } }]
  }
}
