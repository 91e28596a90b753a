/** Random numbers that are the same for the same seed (mulberry32). Print the seed where a test fails. */
export interface Random {
  /** A number ≥ 0 and < 1. */
  next (): number
  /** A whole number ≥ 0 and < `bound`. */
  below (bound: number): number
  /** One of a list that is not empty. */
  pick <T>(list: readonly [T, ...T[]]): T
}

/** Starts a row of random numbers. */
export function seeded (seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return { next, below, pick: list => list[below(list.length)] ?? list[0] }
}
