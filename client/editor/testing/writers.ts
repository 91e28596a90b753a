import { carryMarks, lineOf, noMemory, putNewMark, quoteOf, rememberMarks, resolveWanted, tidyMarks, type MarkMemory, type Quoted, type Range } from '@samskriv/shared/comment'
import { richOf } from '@samskriv/shared/document'
import { readRichText, richTextFrom, writeRichText } from '@samskriv/shared/rich-text'
import type { Random } from '@samskriv/shared/testing'
import { Editor } from '@tiptap/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { leaveUntidied } from '../../live/untidied.ts'
import { editorExtensions } from '../extensions.ts'
import type { Home } from '../home.ts'

/** The fields everybody writes in. */
export const keys = ['a', 'b'] as const
type Key = (typeof keys)[number]

const unwatched = { get: () => null, watch: () => () => undefined }

/** A thread on words, as the server keeps it. */
export interface TestThread { readonly thread: string, readonly place: { readonly kind: 'text', readonly key: string } & Quoted }

/** The server: one document, from which all others get what is new, and the only one that puts marks. */
export class TestServer {
  doc = new Y.Doc()
  readonly threads: TestThread[] = []
  private memory: MarkMemory = noMemory
  private readonly heard = new Set<(update: Uint8Array, from: unknown) => void>()

  constructor (words: Readonly<Record<Key, string>>) {
    this.doc.clientID = 1
    for (const key of keys) writeRichText(richOf(this.doc, key), richTextFrom(words[key]))
    this.connect()
  }

  private connect (): void {
    this.doc.on('update', (update: Uint8Array, from: unknown) => { for (const hear of this.heard) hear(update, from) })
  }

  listen (hear: (update: Uint8Array, from: unknown) => void): void { this.heard.add(hear) }
  leave (hear: (update: Uint8Array, from: unknown) => void): void { this.heard.delete(hear) }

  /** What the server does with a new thread; false when the words are not there. */
  comment (thread: string, key: Key, wanted: Quoted & { readonly start: unknown, readonly end: unknown }): boolean {
    this.tidy()
    const found = resolveWanted(this.doc, key, wanted)
    if (found === null) return false
    this.doc.transact(transaction => { putNewMark(transaction, found.line, found.range, thread, { lowest: 1, highest: 2 ** 32 - 1 }) }, this)
    this.memory = rememberMarks(this.doc, this.memory)
    this.threads.push({ thread, place: { kind: 'text', key, ...quoteOf(found.line.words, found.range) } })
    return true
  }

  tidy (): void {
    this.doc.transact(() => { tidyMarks(this.doc, this.threads, () => true, this.memory) }, this)
    this.memory = rememberMarks(this.doc, this.memory)
  }

  /** Locks and reopens: a fresh document with the same text. */
  reopen (): void {
    const fresh = new Y.Doc()
    fresh.clientID = 2
    fresh.transact(() => {
      for (const key of keys) {
        const node = readRichText(richOf(this.doc, key))
        if (node !== null) writeRichText(richOf(fresh, key), node)
      }
      carryMarks(this.doc, fresh)
    })
    this.heard.clear()
    this.doc = fresh
    this.connect()
  }
}

/** Somebody at a browser with an editor on each field. What they write and what they hear wait until they are exchanged. */
export class Writer {
  doc = new Y.Doc()
  readonly name: string
  private readonly server: TestServer
  private home: Home
  private editors = new Map<Key, Editor>()
  private out: Uint8Array[] = []
  private coming: Uint8Array[] = []
  private readonly hear = (update: Uint8Array, from: unknown): void => { if (from !== this) this.coming.push(update) }
  /** What was cut last and not pasted yet. */
  private clipboard = ''
  isOffline = false

  constructor (name: string, server: TestServer, random: Random) {
    this.name = name
    this.server = server
    this.home = this.open(random)
  }

  private open (random: Random): Home {
    this.doc = new Y.Doc()
    leaveUntidied(this.doc)
    this.doc.clientID = 2 + random.below(2 ** 31)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.server.doc), 'server')
    this.doc.on('update', (update: Uint8Array, from: unknown) => { if (from !== 'server') this.out.push(update) })
    this.server.listen(this.hear)
    const origin = {}
    this.home = {
      doc: this.doc, origin, awareness: new Awareness(this.doc), undo: new Y.UndoManager(this.doc, { trackedOrigins: new Set([origin]), captureTimeout: 0 }),
      present: { get: () => [], watch: () => () => undefined }, lastUndone: unwatched, setPlace: () => undefined,
    }
    for (const key of keys) {
      this.editors.set(key, new Editor({
        element: document.createElement('div'), injectCSS: false,
        extensions: editorExtensions({ live: { home: this.home, fragment: richOf(this.doc, key), key }, upload: { label: () => '', offered: () => undefined }, imageAddress: hash => hash, placeholder: '' }),
      }))
    }
    return this.home
  }

  close (): void {
    for (const editor of this.editors.values()) editor.destroy()
    this.home.awareness.destroy()
    this.home.undo.destroy()
    this.editors.clear()
    this.server.leave(this.hear)
  }

  /** Loads the page anew. What waited is sent first, as from this machine's copy. */
  reload (random: Random): void {
    this.exchange()
    this.begin(random)
  }

  /** Begins with what the server has: a reload, a new epoch. */
  begin (random: Random): void {
    this.close()
    this.out = []
    this.coming = []
    this.open(random)
  }

  editor (key: Key): Editor {
    const editor = this.editors.get(key)
    if (editor === undefined) throw new Error('no editor')
    return editor
  }

  /** Sends and hears some of what waits, in order. */
  exchange (out = this.out.length, coming = this.coming.length): void {
    for (const update of this.out.splice(0, out)) Y.applyUpdate(this.server.doc, update, this)
    for (const update of this.coming.splice(0, coming)) Y.applyUpdate(this.doc, update, 'server')
  }

  get waits (): number { return this.out.length + this.coming.length }

  cut (editor: Editor): void {
    if (this.clipboard !== '') return
    this.clipboard = editor.view.serializeForClipboard(editor.state.selection.content()).dom.innerHTML
    editor.commands.deleteSelection()
  }

  paste (editor: Editor): void {
    if (this.clipboard !== '') editor.view.pasteHTML(this.clipboard, new Event('paste') as ClipboardEvent)
    this.clipboard = ''
  }

  undo (): void { this.home.undo.undo() }
  redo (): void { this.home.undo.redo() }

  /** Wants to comment on a stretch of a field's line, as the page asks for it. */
  comment (thread: string, key: Key, range: Range): boolean {
    const { words, pieces } = lineOf(richOf(this.doc, key))
    const position = (at: number, isEnd: boolean): unknown => {
      const piece = pieces.find(({ start, length }) => isEnd ? at > start && at <= start + length : at >= start && at < start + length)
      return piece === undefined ? undefined : Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(piece.text, at - piece.start, isEnd ? -1 : 0))
    }
    return this.server.comment(thread, key, { ...quoteOf(words, range), start: position(range.from, false), end: position(range.to, true) })
  }
}
