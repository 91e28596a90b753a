import { message, syncStep } from '@samskriv/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** A write frame as y-websocket sends it: an update, or a handshake's step 2. */
export function updateFrame (update: Uint8Array, step: number = syncStep.update): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, message.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, update)
  })
}

/** An update that puts words into an empty document's text `t`. */
export function inserted (words: string, clientID?: number): Uint8Array {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  doc.getText('t').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

/** What a connection was answered. */
export interface Answers { readonly taken: number, readonly refused: readonly { readonly ordinal: number, readonly code: string }[], readonly standing: readonly unknown[], readonly changed: readonly string[] }

/** Reads the answers among the frames a socket got. */
export function answersIn (frames: readonly Uint8Array[]): Answers {
  let taken = 0
  const refused: { ordinal: number, code: string }[] = []
  const standing: unknown[] = []
  const changed: string[] = []
  for (const bytes of frames) {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === message.taken) taken = decoding.readVarUint(decoder)
    if (type === message.refused) refused.push({ ordinal: decoding.readVarUint(decoder), code: decoding.readVarString(decoder) })
    if (type === message.standing) standing.push(JSON.parse(decoding.readVarString(decoder)))
    if (type === message.changed) changed.push(decoding.readVarString(decoder))
  }
  return { taken, refused, standing, changed }
}
