import * as Y from 'yjs'

/** `Y.mergeUpdates` looks at all its inputs for each struct it writes: in small lots many stay cheap. */
const lot = 64

/** Merges any number of updates to one, also such as build on updates not among them. An empty list gives an empty update. */
export function mergeMany (updates: readonly Uint8Array[]): Uint8Array {
  let rest = updates
  while (rest.length > 1) {
    const merged: Uint8Array[] = []
    for (let at = 0; at < rest.length; at += lot) merged.push(Y.mergeUpdates(rest.slice(at, at + lot)))
    rest = merged
  }
  return rest[0] ?? Y.encodeStateAsUpdate(new Y.Doc())
}
