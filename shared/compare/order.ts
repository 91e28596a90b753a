/** Indices of a longest strictly rising row in `numbers`, in order. n log n. What is not in it is the least that must be moved to sort the rest. */
export function longestRise (numbers: readonly number[]): readonly number[] {
  // `ends[k]`: where the lowest end of a rising row of k + 1 numbers stands.
  const ends: number[] = []
  const previous: number[] = []
  numbers.forEach((number, index) => {
    let low = 0
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? ends[low - 1] ?? -1 : -1
    ends[low] = index
  })
  const rise: number[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) rise.push(index)
  return rise.toReversed()
}
