import * as Y from 'yjs'

/** What of an update comes after these clocks, as an update. `known`: by client; of others everything is left. */
export function cutKnown (update: Uint8Array, known: ReadonlyMap<number, number>): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(new Map(known)))
}
