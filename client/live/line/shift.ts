/** One step of a change to a line, as Yjs tells it (`Y.YTextEvent.delta`); lengths in UTF-16 code units. */
export type Step =
  | { readonly keep: number }
  | { readonly insert: string }
  | { readonly remove: number }

interface Delta { readonly retain?: number | undefined, readonly insert?: unknown, readonly delete?: number | undefined }

/** Reads a Yjs text delta. Something embedded that is no text takes one unit and is shown as nothing. */
export function stepsOf (delta: readonly Delta[]): Step[] {
  return delta.map(each => {
    if (each.retain !== undefined) return { keep: each.retain }
    if (each.delete !== undefined) return { remove: each.delete }
    return { insert: typeof each.insert === 'string' ? each.insert : '' }
  })
}

/**
 * Where a position lies after somebody else's change. Text inserted exactly there comes behind it, or, with `pushed`,
 * before it (the start of a selection: what comes in front of it is not to be part of it).
 */
export function shifted (position: number, steps: readonly Step[], pushed = false): number {
  let moved = position
  let at = 0
  for (const step of steps) {
    if ('keep' in step) {
      at += step.keep
    } else if ('insert' in step) {
      if (at < moved || (pushed && at === moved)) moved += step.insert.length
      at += step.insert.length
    } else if (at < moved) {
      moved = Math.max(at, moved - step.remove)
    }
  }
  return moved
}
