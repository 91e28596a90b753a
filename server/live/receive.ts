import type { RefusalCode } from '@samskriv/shared/base'
import { closeCode, message, syncStep } from '@samskriv/shared/protocol'
import type { Connection } from './connection.ts'
import { judge, refusedWrite as refusedStanding, standingOf } from './gate.ts'
import type { Journal } from './journal.ts'
import type { RightsSource } from './live.ts'
import type { Held, Room } from './room.ts'
import { Cursor } from './update/index.ts'

/** Junk frames after which a connection is closed: more than an accident. */
const junkBound = 20
/** A frame of at most this many bytes is looked into also when its sender may not write: it may say nothing new. */
const smallBytes = 64 * 1024
/** Bytes of one suggestion: several times the words of a whole behovsmelding. It is taken apart to the last letter, on the thread that serves everybody. */
const suggestionBytes = 512 * 1024
/** Structs in one such frame: an hour of suggestions made without a network is some hundred. */
const suggestionStructs = 5_000
/** How long somebody who may only suggest and sent something else is not read, ms: the room's judge is made anew for the next one. */
const restMs = 1_000
/** Bytes of writes that may queue while a room is held; beyond it senders are made to wait. */
const heldBytesBound = 8 * 1024 * 1024

/** Hears of a write frame the gate refused. */
export type RefusedWrite = (behovsmelding: string, personId: string, code: RefusalCode) => void

/** What the receiving side needs. */
export interface Receiving { readonly rights: RightsSource, readonly journal: Journal, readonly refusedWrite: RefusedWrite }

const cursor = new Cursor()

function junk (connection: Connection): void {
  connection.junk++
  if (connection.junk > junkBound) connection.close(closeCode.junk, 'junk')
}

/** Judges a write frame and puts it in the turn; what is refused is answered at once and counted in its turn. */
export function write (room: Room, held: Held, { rights, refusedWrite }: Receiving): void {
  const { connection, ordinal, isReply } = held
  const refuse = (code: RefusalCode): void => {
    connection.refuse(ordinal, code)
    room.put({ source: connection, ordinal, isReply, update: null, scanned: null })
  }
  const turnAway = (code: RefusalCode): void => {
    refuse(code)
    refusedWrite(room.behovsmelding, connection.visitor.personId, code)
  }
  const now = rights.of(room.behovsmelding, connection.visitor.personId)
  const standing = standingOf(now)
  // A large frame of somebody who may not write is not worth taking apart.
  if (standing !== null && !standing.mayWrite && held.update.length > (standing.maySuggest ? suggestionBytes : smallBytes)) {
    turnAway(standing.maySuggest ? 'too-large' : refusedStanding(standing))
    return
  }
  // Cut, it goes to everybody as it is kept.
  const unknown = room.unknownOf(held.update)
  if (unknown === null) {
    refuse('junk')
    junk(connection)
    return
  }
  const { update, scanned } = unknown
  if (standing !== null && !standing.mayWrite && scanned.sections.reduce((sum, { count }) => sum + count, 0) > suggestionStructs) {
    turnAway(standing.maySuggest ? 'too-large' : refusedStanding(standing))
    return
  }
  const code = judge(now, room.epoch, { personId: connection.visitor.personId, isReply, scanned, update }, room)
  if (code === 'junk') {
    refuse(code)
    junk(connection)
  } else if (code !== null) {
    turnAway(code)
    if (standing?.maySuggest === true && !standing.mayWrite && code !== 'old-epoch') connection.pause(restMs)
    // What comes before it was lost on the way (or refused): ask for everything that is lacking.
    if (code === 'changed-meanwhile' && connection.asked === 0) connection.ask()
    // An earlier epoch's text is in that browser's document: whatever it sends from now on would stand beside it.
    if (code === 'old-epoch') connection.close(closeCode.oldEpoch, 'old-epoch')
  } else room.put(room.content.isNew(scanned) ? { source: connection, ordinal, isReply: isReply && standing?.mayWrite === true, update, scanned } : { source: connection, ordinal, isReply, update: null, scanned: null })
}

function sync (room: Room, connection: Connection, bytes: Uint8Array, receiving: Receiving): void {
  const step = cursor.uint()
  const length = cursor.uint()
  const start = cursor.skip(length)
  if (!cursor.ok) { junk(connection); return }
  const inner = bytes.subarray(start, start + length)
  if (step === syncStep.one) {
    if (!connection.bring(inner)) junk(connection)
    return
  }
  if (step !== syncStep.two && step !== syncStep.update) { junk(connection); return }
  connection.received++
  const isReply = step === syncStep.two && connection.asked > 0
  if (isReply) connection.asked--
  const held: Held = { connection, ordinal: connection.received, isReply, update: inner }
  if (room.held === null) write(room, held, receiving)
  else {
    room.held.push({ ...held, update: inner.slice() })
    room.heldBytes += inner.length
    if (room.heldBytes > heldBytesBound) connection.pause(50)
  }
  if (receiving.journal.isFull) connection.pause(20)
}

/** Takes one frame of a connection. Junk is counted and passed over; nobody else notices. */
export function receive (room: Room, connection: Connection, bytes: Uint8Array, receiving: Receiving): void {
  cursor.reset(bytes)
  const type = cursor.uint()
  if (!cursor.ok) { junk(connection); return }
  if (type === message.sync) { sync(room, connection, bytes, receiving); return }
  if (type === message.awareness) {
    const length = cursor.uint()
    const start = cursor.skip(length)
    const role = standingOf(receiving.rights.of(room.behovsmelding, connection.visitor.personId))?.role
    if (!cursor.ok || role === undefined || !room.presence.take(connection, bytes.subarray(start, start + length), role)) junk(connection)
    return
  }
  if (type === message.queryAwareness) { room.presence.greet(connection); return }
  junk(connection)
}
