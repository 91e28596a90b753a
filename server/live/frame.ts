import { message, syncStep, type Standing, type Topic } from '@samskriv/shared/protocol'
import type { RefusalCode } from '@samskriv/shared/base'
import { Bytes, uintLength, writeUint } from './update/index.ts'

const binaryFinal = 0x82
const encoder = new TextEncoder()

/** Bytes a websocket frame's header takes for a payload of this length, server to client (unmasked). */
export function headerLength (payload: number): number {
  return payload < 126 ? 2 : payload < 65_536 ? 4 : 10
}

/** Writes the header of a binary frame (RFC 6455, 5.2) at `at` and gives where the payload starts. */
export function writeHeader (target: Buffer, at: number, payload: number): number {
  target[at] = binaryFinal
  if (payload < 126) {
    target[at + 1] = payload
    return at + 2
  }
  if (payload < 65_536) {
    target[at + 1] = 126
    return target.writeUInt16BE(payload, at + 2)
  }
  target[at + 1] = 127
  target.writeUInt32BE(Math.floor(payload / 2 ** 32), at + 2)
  return target.writeUInt32BE(payload >>> 0, at + 6)
}

/** A payload as one binary frame, ready for a socket: framed once, written to many. */
export function frame (payload: Uint8Array): Buffer {
  const buffer = Buffer.allocUnsafe(headerLength(payload.length) + payload.length)
  buffer.set(payload, writeHeader(buffer, 0, payload.length))
  return buffer
}

/** What comes before the bytes of a sync message in its frame (step 1: a state vector of that length, step 2 and update: an update). */
export function syncHead (step: keyof typeof syncStep, length: number): Buffer {
  const payload = 2 + uintLength(length) + length
  const buffer = Buffer.allocUnsafe(headerLength(payload) + payload - length)
  let at = writeHeader(buffer, 0, payload)
  buffer[at++] = message.sync
  buffer[at++] = syncStep[step]
  writeUint(buffer, at, length)
  return buffer
}

function withText (payload: Bytes, text: string): Buffer {
  const bytes = encoder.encode(text)
  payload.uint(bytes.length)
  payload.append(bytes)
  return frame(payload.view())
}

/** «The first n write frames of this connection are answered.» */
export function takenFrame (count: number): Buffer {
  const payload = new Bytes(16)
  payload.uint(message.taken)
  payload.uint(count)
  return frame(payload.view())
}

/** «Write frame number `ordinal` was not taken, because …» */
export function refusedFrame (ordinal: number, code: RefusalCode): Buffer {
  const payload = new Bytes(64)
  payload.uint(message.refused)
  payload.uint(ordinal)
  return withText(payload, code)
}

/** «This is what you may do now.» */
export function standingFrame (standing: Standing): Buffer {
  const payload = new Bytes(128)
  payload.uint(message.standing)
  return withText(payload, JSON.stringify(standing))
}

/** «This, beside the text, has changed.» */
export function changedFrame (topic: Topic): Buffer {
  const payload = new Bytes(32)
  payload.uint(message.changed)
  return withText(payload, topic)
}

/** A presence message with nobody in it: keeps y-websocket's watchdog (30 s without a message) from closing a quiet socket. */
export const quietFrame: Buffer = frame(new Uint8Array([message.awareness, 1, 0]))
