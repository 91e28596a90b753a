import { longestRise } from './order.ts'

/** A place in both rows that is alike. */
export type Pair = readonly [before: number, after: number]

/** Beyond this many differences in a stretch, the shortest edit is not looked for: its cost grows with their square. */
const mostEdits = 256
/** How often a stretch is parted at words that stand once on both sides, before what is left is called wholly different. */
const mostPartings = 6

interface Stretch { readonly a0: number, readonly a1: number, readonly b0: number, readonly b1: number }

// Myers' greedy walk: furthest points by diagonal, those of each edit kept so that the way can be walked back. Null past the bound.
function shortestEdit (a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Stretch): readonly Pair[] | null {
  const [n, m] = [a1 - a0, b1 - b0]
  const most = Math.min(n + m, mostEdits)
  const trace: Int32Array[] = []
  // Diagonals of one edit are odd where those of the next are even: one row serves both.
  const reached = new Int32Array(2 * most + 3)
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reached.slice(most - edits, most + edits + 3))
    for (let k = -edits; k <= edits; k += 2) {
      const [below, above] = [reached[most + k] ?? 0, reached[most + k + 2] ?? 0]
      let x = edits === 0 ? 0 : k === -edits || (k !== edits && below < above) ? above : below + 1
      let y = x - k
      if (x > n || y > m) { reached[most + k + 1] = x; continue }
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) { x += 1; y += 1 }
      reached[most + k + 1] = x
      if (x >= n && y >= m) return walkBack(trace, [n, m]).map(([i, j]) => [a0 + i, b0 + j])
    }
  }
  return null
}

function walkBack (trace: readonly Int32Array[], [n, m]: Pair): readonly Pair[] {
  const pairs: Pair[] = []
  let [x, y] = [n, m]
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const row = trace[edits]
    const k = x - y
    const [below, above] = [row?.[edits + k] ?? 0, row?.[edits + k + 2] ?? 0]
    const down = k === -edits || (k !== edits && below < above)
    const startX = edits === 0 ? 0 : down ? above : below
    const startY = edits === 0 ? 0 : startX - (down ? k + 1 : k - 1)
    const snakeX = edits === 0 ? 0 : down ? startX : startX + 1
    while (x > snakeX) { x -= 1; y -= 1; pairs.push([x, y]) }
    x = startX
    y = startY
  }
  return pairs.toReversed()
}

// Places of what stands exactly once in a stretch; −1 where it stands more often.
function singles (row: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let index = from; index < to; index++) {
    const token = row[index] ?? -1
    places.set(token, places.has(token) ? -1 : index)
  }
  return places
}

// What stands once on both sides, as far as it stands in the same order.
function anchors (a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Stretch): readonly Pair[] {
  const there = singles(b, b0, b1)
  const both: Pair[] = []
  for (const [token, place] of singles(a, a0, a1)) {
    const other = there.get(token) ?? -1
    if (place >= 0 && other >= 0) both.push([place, other])
  }
  const sorted = both.toSorted((one, two) => one[0] - two[0])
  return longestRise(sorted.map(pair => pair[1])).flatMap(index => sorted.slice(index, index + 1))
}

function match (a: Int32Array, b: Int32Array, whole: Stretch, partings: number, found: Pair[]): void {
  let { a0, a1, b0, b1 } = whole
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) found.push([a0++, b0++])
  const tail: Pair[] = []
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) tail.push([--a1, --b1])
  if (a0 < a1 && b0 < b1) inside(a, b, { a0, a1, b0, b1 }, partings, found)
  for (const pair of tail.toReversed()) found.push(pair)
}

function inside (a: Int32Array, b: Int32Array, stretch: Stretch, partings: number, found: Pair[]): void {
  const pairs = shortestEdit(a, b, stretch)
  if (pairs !== null) { for (const pair of pairs) found.push(pair); return }
  const fixed = partings > 0 ? anchors(a, b, stretch) : []
  if (fixed.length === 0) return
  let { a0, b0 } = stretch
  for (const [i, j] of fixed) {
    match(a, b, { a0, a1: i, b0, b1: j }, partings - 1, found)
    found.push([i, j])
    a0 = i + 1
    b0 = j + 1
  }
  match(a, b, { ...stretch, a0, b0 }, partings - 1, found)
}

/**
 * What two rows have in common, in order, as pairs of places that rise on both sides. The longest there is where the rows
 * differ little; where they differ much, good rather than longest: time grows with their length, not with its square.
 */
export function commonOrder (before: readonly string[], after: readonly string[]): readonly Pair[] {
  const numbers = new Map<string, number>()
  const numbered = (row: readonly string[]): Int32Array => Int32Array.from(row, token => {
    const number = numbers.get(token) ?? numbers.size
    numbers.set(token, number)
    return number
  })
  const [a, b] = [numbered(before), numbered(after)]
  const found: Pair[] = []
  match(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, mostPartings, found)
  return found
}
