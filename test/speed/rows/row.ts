import type { Place, Running } from '../peers/peer.ts'

/**
 * One number of a row. `aim`: what it should stay below (0: what it should be); null: told, not judged. `aimRatio`: the aim
 * as a multiple of what the relay took where the aim was set, since machines differ.
 */
export interface Figure { readonly key: string, readonly label: string, readonly digits: number, readonly aim: number | null, readonly aimRatio?: number }

/** What a row is given: the server to measure, opened with a place of the row's choosing. */
export interface Context {
  readonly isRelay: boolean
  open(place: Place): Promise<Running>
}

/** One line of the table. */
export interface Row {
  readonly name: string
  readonly work: string
  readonly figures: readonly Figure[]
  /** Whether a relay that stores nothing can do this work at all. */
  readonly hasRelay: boolean
  /** Measures once. Gives the figures by key. */
  measure(context: Context): Promise<Readonly<Record<string, number>>>
}
