import { setTimeout as rest } from 'node:timers/promises'

export { rest }

/** The value that a share (0–1) of the values does not pass. */
export function percentile (values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle of what several runs gave. */
export function median (values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Waits until `holds`, looking every few ms. Throws after `withinMs`, saying what for. */
export async function until (holds: () => boolean, withinMs: number, what: string): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`)
    await rest(5)
  }
}
