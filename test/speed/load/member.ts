import { message, syncStep } from '@samskriv/shared/protocol'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { clientFrame, frameReader, opcode, Reader, uints } from './frame.ts'

/** Where a socket goes. `speaks` says whether the other side answers a handshake. */
export interface Address { readonly port: number, readonly path: string, readonly cookie: string, readonly speaks: 'yjs' | 'nothing' }

/** What a member hears. Bytes are views that are right during the call. */
export interface Hearing {
  /** Somebody's update: the Yjs client and the clock of its first letter. */
  update?(client: number, clock: number): void
  /** The answer to the handshake: content as a Yjs update. */
  content?(update: Uint8Array): void
  /** Somebody's presence state. */
  presence?(client: number, clock: number): void
  /** The first n of this member's writes (its answer to the handshake left out) are on disk or refused. */
  taken?(count: number): void
}

/** One open socket of the load. */
export interface Member {
  readonly socket: Socket
  /** Bytes of content heard in answer to the handshake, and how many times. */
  contentBytes: number
  contentTimes: number
  refused: number
  close(): void
}

const stepOne = clientFrame(new Uint8Array([message.sync, syncStep.one, 1, 0]))
const emptyStepTwo = clientFrame(new Uint8Array([message.sync, syncStep.two, 2, 0, 0]))

function upgrade ({ port, path, cookie }: Address): Promise<{ socket: Socket, head: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = {
      Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.from('a key for the load').toString('base64').slice(0, 22).concat('=='),
      ...(cookie === '' ? {} : { Cookie: cookie }),
    }
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false })
    asked.once('upgrade', (_response, socket: Socket, head) => { resolve({ socket, head }) })
    asked.once('response', response => { reject(new Error(`${path} answered ${response.statusCode}`)) })
    asked.once('error', reject)
    asked.end()
  })
}

function hearPresence (reader: Reader, heard: NonNullable<Hearing['presence']>): void {
  reader.uint()
  for (let left = reader.uint(); left > 0; left--) {
    const client = reader.uint()
    const clock = reader.uint()
    reader.bytesWithLength()
    heard(client, clock)
  }
}

/** Opens a socket and says hello as y-websocket does. Resolves when it is open; content comes later, to `hearing`. */
export async function join (address: Address, hearing: Hearing = {}): Promise<Member> {
  const { socket, head } = await upgrade(address)
  socket.setNoDelay(true)
  const member: Member = { socket, contentBytes: 0, contentTimes: 0, refused: 0, close: () => { socket.destroy() } }
  let replies = 0
  const sync = (payload: Buffer): void => {
    const step = payload[1]
    if (step === syncStep.update) {
      if (hearing.update === undefined) return
      const reader = new Reader(payload, 2)
      reader.uint()
      // One client, one struct: what a key press makes.
      reader.uint()
      reader.uint()
      const client = reader.uint()
      hearing.update(client, reader.uint())
    } else if (step === syncStep.one) {
      replies++
      socket.write(emptyStepTwo)
    } else {
      const content = new Reader(payload, 2).bytesWithLength()
      member.contentBytes += content.length
      member.contentTimes++
      hearing.content?.(content)
    }
  }
  const read = frameReader((payload, code) => {
    if (code === opcode.ping) { socket.write(clientFrame(payload, opcode.pong)); return }
    if (code === opcode.close) { socket.end(); return }
    switch (payload[0]) {
      case message.sync: sync(payload); return
      case message.awareness: if (hearing.presence !== undefined) hearPresence(new Reader(payload, 1), hearing.presence); return
      case message.taken: hearing.taken?.(new Reader(payload, 1).uint() - replies); return
      case message.refused: member.refused++
    }
  })
  socket.on('error', () => undefined)
  socket.on('data', read)
  if (address.speaks === 'yjs') socket.write(stepOne)
  if (head.length > 0) read(head)
  return member
}

/** A Yjs update as the frame y-websocket sends it in. */
export function updateFrame (update: Uint8Array): Buffer {
  return clientFrame(Buffer.concat([Uint8Array.from([message.sync, syncStep.update, ...uints(update.length)]), update]))
}

/** A presence state as the frame y-websocket sends it in. */
export function presenceFrame (client: number, clock: number, state: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(state))
  const entry = Buffer.concat([Uint8Array.from(uints(1, client, clock, json.length)), json])
  return clientFrame(Buffer.concat([Uint8Array.from([message.awareness, ...uints(entry.length)]), entry]))
}
