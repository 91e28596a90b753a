import * as encoding from 'lib0/encoding'

/** A client and a clock. */
export type RawId = readonly [client: number, clock: number]

/** What a struct says of its place: two neighbours, or where it has none what it lies in, a root by name or a type by id. */
interface RawPlace { readonly origin?: RawId, readonly right?: RawId, readonly root?: string, readonly parent?: RawId, readonly sub?: string }
/** Words; a mark's beginning or (null) its end; a plain value; or so many that are gone. */
type RawContent = { readonly words: string } | { readonly format: readonly [name: string, value: unknown] } | { readonly value: unknown } | { readonly gone: number }
/** One struct of an update. */
export type RawStruct = RawPlace & RawContent
/** Structs of one client from a clock on. */
export interface RawSection { readonly client: number, readonly clock?: number, readonly structs: readonly RawStruct[] }

const kindOf = (struct: RawStruct): number => 'words' in struct ? 4 : 'format' in struct ? 6 : 'value' in struct ? 8 : 1

function writeId (to: encoding.Encoder, id: RawId): void {
  for (const number of id) encoding.writeVarUint(to, number)
}

function writeStruct (to: encoding.Encoder, struct: RawStruct): void {
  const { origin, right, root, parent, sub } = struct
  encoding.writeUint8(to, kindOf(struct) | (origin === undefined ? 0 : 0x80) | (right === undefined ? 0 : 0x40) | (sub === undefined ? 0 : 0x20))
  for (const id of [origin, right]) if (id !== undefined) writeId(to, id)
  if (origin === undefined && right === undefined) {
    encoding.writeVarUint(to, root === undefined ? 0 : 1)
    if (root === undefined) writeId(to, parent ?? [0, 0])
    else encoding.writeVarString(to, root)
    if (sub !== undefined) encoding.writeVarString(to, sub)
  }
  if ('words' in struct) encoding.writeVarString(to, struct.words)
  else if ('format' in struct) for (const each of [struct.format[0], JSON.stringify(struct.format[1])]) encoding.writeVarString(to, each)
  else if ('gone' in struct) encoding.writeVarUint(to, struct.gone)
  else {
    encoding.writeVarUint(to, 1)
    encoding.writeAny(to, struct.value as string)
  }
}

/** An update put together by hand, as no editor would: `deleted` are clocks and how many from there, by client. */
export function rawUpdate (sections: readonly RawSection[], deleted: Readonly<Record<number, readonly RawId[]>> = {}): Uint8Array {
  return encoding.encode(to => {
    encoding.writeVarUint(to, sections.length)
    for (const { client, clock = 0, structs } of sections) {
      for (const number of [structs.length, client, clock]) encoding.writeVarUint(to, number)
      for (const struct of structs) writeStruct(to, struct)
    }
    const clients = Object.entries(deleted)
    encoding.writeVarUint(to, clients.length)
    for (const [client, ranges] of clients) {
      for (const number of [Number(client), ranges.length]) encoding.writeVarUint(to, number)
      for (const range of ranges) writeId(to, range)
    }
  })
}
