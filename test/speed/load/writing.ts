import * as Y from 'yjs'
import { presenceFrame, updateFrame } from './member.ts'

/** Frames one person will send, made beforehand, lying next to each other. */
export interface Written {
  /** The Yjs client id they are written under. Frame n has clock n. */
  readonly client: number
  readonly count: number
  /** The frames from one number up to (not with) another. */
  frames(from: number, to: number): Buffer
}

function lay (client: number, frames: readonly Buffer[]): Written {
  const ends = new Float64Array(frames.length + 1)
  for (const [index, frame] of frames.entries()) ends[index + 1] = (ends[index] ?? 0) + frame.length
  const all = Buffer.concat(frames)
  return { client, count: frames.length, frames: (from, to) => all.subarray(ends[from], ends[to]) }
}

/** What one person types, letter by letter: `count` updates of a letter each. Different `client`s, different people. */
export function typed (client: number, count: number): Written {
  const doc = new Y.Doc()
  doc.clientID = client
  const frames: Buffer[] = []
  doc.on('update', (update: Uint8Array) => { frames.push(updateFrame(update)) })
  const text = doc.getText(`felt ${client}`)
  const words = 'felles utvikling av språkmiljøet i barnehagen '
  for (let index = 0; index < count; index++) text.insert(index, words[index % words.length] ?? ' ')
  doc.destroy()
  return lay(client, frames)
}

/** The same letters as updates, not yet framed. */
export function updatesOf (client: number, count: number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => { updates.push(update) })
  const text = doc.getText(`felt ${client}`)
  for (let index = 0; index < count; index++) text.insert(index, 'a')
  doc.destroy()
  return updates
}

/** A caret on its way through rich text, as y-prosemirror says it. */
export function caretMoves (client: number, count: number): Written {
  const frames = Array.from({ length: count }, (_, clock) => {
    const place = { type: { client: 1_234_567_890, clock: 4_000 + (clock % 900) }, tname: null, item: { client: 1_234_567_890, clock: 5_000 + clock }, assoc: 0 }
    return presenceFrame(client, clock, { user: { id: `p${client}`, name: 'Kari', role: 'eier', color: 3 }, field: 'tiltak/bakgrunn', cursor: { anchor: place, head: place } })
  })
  return lay(client, frames)
}
