import * as Y from 'yjs'
import { Bytes } from './bytes.ts'
import { Cursor } from './cursor.ts'
import type { Deletions } from './deletions.ts'
import { scan } from './scan.ts'
import type { ClientStructs } from './structs.ts'

/** How far somebody has come: the clock after the last they know of each client. */
export type Vector = ReadonlyMap<number, number>

/** Client ids a state vector may name: ten times as many as an update. */
const mostClients = 200_000

/** Reads Yjs' state vector. It comes from outside: null when it is junk. */
export function readVector (bytes: Uint8Array): Vector | null {
  const cursor = new Cursor().reset(bytes)
  const vector = new Map<number, number>()
  const count = cursor.uint()
  if (count > mostClients) return null
  for (let n = count; n > 0 && cursor.ok; n--) {
    const client = cursor.uint()
    vector.set(client, cursor.uint())
  }
  return cursor.ok ? vector : null
}

const lengthOf = (structs: readonly ClientStructs[]): number => structs.reduce((sum, each) => sum + each.encodedLength, 16)

/**
 * What somebody lacks of the clients' structs, and all deletions, as one update. Clients they know nothing of are copied, those they
 * know all of left out; only who is known in part is looked into.
 */
export function difference (clients: Iterable<ClientStructs>, deletions: Deletions, vector: Vector): Uint8Array {
  const unknown: ClientStructs[] = []
  const partly: ClientStructs[] = []
  for (const structs of clients) {
    const known = vector.get(structs.client) ?? 0
    if (known < structs.end) (known === 0 ? unknown : partly).push(structs)
  }
  const bytes = new Bytes(lengthOf(unknown) + lengthOf(partly) + deletions.encodedLength)
  bytes.uint(unknown.length + partly.length)
  for (const structs of unknown) structs.write(bytes)
  if (partly.length > 0) writeRest(bytes, partly, vector)
  deletions.write(bytes)
  return bytes.view()
}

// Yjs cuts the known part off.
function writeRest (target: Bytes, partly: readonly ClientStructs[], vector: Vector): void {
  const all = new Bytes(lengthOf(partly))
  all.uint(partly.length)
  for (const structs of partly) structs.write(all)
  all.uint(0)
  const rest = Y.diffUpdate(all.view(), Y.encodeStateVector(new Map(partly.map(({ client }) => [client, vector.get(client) ?? 0]))))
  const sections = scan(rest)?.sections ?? []
  if (sections.length !== partly.length) throw new Error('Yjs cut something else off than was known')
  for (const { count, client, clock, start, end } of sections) {
    target.uint(count)
    target.uint(client)
    target.uint(clock)
    target.append(rest, start, end)
  }
}
