import type { Standing } from '@samskriv/shared/protocol'
import type { RefusalCode } from '@samskriv/shared/base'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { refusedFrame, standingFrame, syncHead, takenFrame } from './frame.ts'
import type { Visitor } from './live.ts'

/** Bytes that may wait in one socket before it counts as slow: a second of a poor line, and small beside a room. */
const backlogBytes = 1024 * 1024
/** Bytes of answers and all that may wait in a socket that is not read at all before it is cut. */
const mostWaitingBytes = 8 * 1024 * 1024

/** What a connection must be able to ask of the room it is in. */
export interface Home {
  /** How far the room's content has come, as Yjs' state vector. */
  vector(): Uint8Array
  /** What somebody who had come that far lacks, as bytes nobody writes to. */
  since(vector: Uint8Array): Uint8Array | null
  /** Sends everybody's presence. */
  greet(connection: Connection): void
}

/**
 * One socket of one person in one room. Writes go to the socket itself, already framed; `ws` reads, answers pings and
 * closes. A slow reader is not queued for: past a bound it gets nothing until it has drained, then the difference.
 */
export class Connection {
  readonly visitor: Visitor
  readonly answers: boolean
  /** Write frames received so far; each has its ordinal. */
  received = 0
  /** The Yjs client id whose presence this connection speaks for, once it has spoken. */
  presenceId: number | null = null
  junk = 0
  /** Handshake replies we have asked for and not had: each may bring along what others wrote. */
  asked = 0
  lastSent = 0
  lastHeard = 0
  standing: Standing | null = null
  private readonly home: Home
  private readonly socket: Duplex
  private readonly ws: WebSocket
  private answered = 0
  private lacking: Uint8Array | null = null
  private owesStepTwo = false

  constructor (ws: WebSocket, socket: Duplex, home: Home, visitor: Visitor, answers: boolean, now: number) {
    this.ws = ws
    this.socket = socket
    this.home = home
    this.visitor = visitor
    this.answers = answers
    this.lastHeard = now
    this.lastSent = now
    socket.on('drain', () => { this.catchUp() })
  }

  get personId (): string {
    return this.visitor.personId
  }

  /** Itself: what is written through it comes from it. */
  get connection (): this {
    return this
  }

  get isOpen (): boolean {
    return this.ws.readyState === this.ws.OPEN
  }

  /** Whether the socket is behind and gets a difference later instead. */
  get isBehind (): boolean {
    return this.lacking !== null
  }

  /** Writes frames. What is content is left out while the socket is behind: the difference will hold it. */
  send (framed: Uint8Array): void {
    if (!this.isOpen || this.lacking !== null) return
    this.socket.write(framed)
    this.sent()
  }

  /** Writes two runs of bytes as one: runs of frames, or a frame in two parts. */
  sendBoth (before: Uint8Array, after: Uint8Array): void {
    if (before.length === 0 || after.length === 0) {
      if (before.length + after.length > 0) this.send(before.length === 0 ? after : before)
      return
    }
    if (!this.isOpen || this.lacking !== null) return
    this.socket.cork()
    this.socket.write(before)
    this.socket.write(after)
    this.socket.uncork()
    this.sent()
  }

  /** Asks what they have that the room lacks. */
  ask (): void {
    this.asked++
    const vector = this.home.vector()
    this.control(Buffer.concat([syncHead('one', vector.length), vector]))
  }

  /** Answers a handshake's step 1; later, when the socket is behind. False when the vector is junk. */
  bring (vector: Uint8Array): boolean {
    if (this.lacking !== null) {
      this.lacking = vector.slice()
      this.owesStepTwo = true
      return true
    }
    const missing = this.home.since(vector)
    // Not put together with its head: a thousand who come at once all send the same bytes.
    if (missing !== null) this.sendBoth(syncHead('two', missing.length), missing)
    return missing !== null
  }

  /** Answers that the first `ordinal` write frames are on disk or refused. */
  taken (ordinal: number): void {
    if (!this.answers || ordinal <= this.answered) return
    this.answered = ordinal
    this.control(takenFrame(ordinal))
  }

  /** Answers that a write frame was not taken. */
  refuse (ordinal: number, code: RefusalCode): void {
    if (this.answers) this.control(refusedFrame(ordinal, code))
  }

  /** Tells what this person may do now. */
  tell (standing: Standing): void {
    this.standing = standing
    if (this.answers) this.control(standingFrame(standing))
  }

  /** Passes on a notice that is already framed. Only our own clients understand it. */
  notify (framed: Buffer): void {
    if (this.answers) this.control(framed)
  }

  /** Closes with a code of ours. */
  close (code: number, reason: string): void {
    if (this.isOpen) this.ws.close(code, reason)
  }

  /** Stops reading for a while: the sender's own buffers then tell it to slow down; nothing is lost. */
  pause (milliseconds: number): void {
    if (this.ws.isPaused) return
    this.ws.pause()
    setTimeout(() => { if (this.isOpen) this.ws.resume() }, milliseconds)
  }

  ping (): void {
    if (this.isOpen) this.ws.ping()
  }

  /** Cuts the line of somebody who no longer answers. */
  terminate (): void {
    this.ws.terminate()
  }

  private sent (): void {
    this.lastSent = performance.now()
    if (this.socket.writableLength > backlogBytes) this.lacking = this.home.vector()
  }

  // Answers are few and small, and must not be lost: they are written also to a socket that is behind.
  private control (framed: Buffer): void {
    if (!this.isOpen) return
    this.socket.write(framed)
    this.lastSent = performance.now()
    // Somebody who sends and never reads: first they are read no more, then cut.
    if (this.socket.writableLength > mostWaitingBytes) this.terminate()
    else if (this.socket.writableLength > backlogBytes) this.pause(200)
  }

  private catchUp (): void {
    const { lacking } = this
    if (lacking === null) return
    this.lacking = null
    const difference = this.home.since(lacking)
    const step = this.owesStepTwo ? 'two' : 'update'
    this.owesStepTwo = false
    if (difference !== null) this.sendBoth(syncHead(step, difference.length), difference)
    this.home.greet(this)
  }
}
