// @vitest-environment jsdom
import { lineOf, placesIn, type Range } from '@samskriv/shared/comment'
import { richOf } from '@samskriv/shared/document'
import { seeded, type Random } from '@samskriv/shared/testing'
import type { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keys, TestServer, Writer } from './testing/writers.ts'

// Every word of the first text begins with a letter no other has, so that each can be followed wherever it goes.
const first = 0x4E00
const letter = (n: number): string => String.fromCodePoint(first + n)
const isFirst = (char: string): boolean => char >= letter(0) && char < letter(1000)
const latin = (n: number): string => String.fromCodePoint(97 + n % 26)
const word = (n: number): string => `${letter(n)}${latin(Math.floor(n / 26))}${latin(n)}`
const paragraphs = (from: number, count: number): string =>
  Array.from({ length: count }, (_p, p) => Array.from({ length: 24 }, (_w, w) => word(from + p * 24 + w)).join(' ')).join('\n')

type Writers = readonly [Writer, ...Writer[]]
interface Run { readonly random: Random, readonly server: TestServer, readonly writers: Writers, readonly about: Map<string, ReadonlySet<string>>, readonly twins: Set<string>, readonly inside: Map<string, Set<string>> }

function anywhere (random: Random, editor: Editor): number {
  const places: number[] = []
  editor.state.doc.descendants((node, at) => { if (node.isTextblock) for (let n = 0; n <= node.content.size; n++) places.push(at + 1 + n) })
  return places[random.below(places.length)] ?? 1
}

function select (random: Random, editor: Editor, longest: number): void {
  const from = anywhere(random, editor)
  editor.commands.setTextSelection({ from, to: Math.min(editor.state.doc.content.size - 1, from + 1 + random.below(longest)) })
}

const put = (random: Random, editor: Editor): void => { editor.commands.setTextSelection(anywhere(random, editor)) }
const type = (editor: Editor, text: string): void => { for (const each of text) editor.view.dispatch(editor.state.tr.insertText(each)) }

type Work = (random: Random, editor: Editor, writer: Writer) => void
const works: Readonly<Record<string, Work>> = {
  type: (random, editor) => { put(random, editor); type(editor, random.pick(['x', 'ny ', 'ord'])) },
  delete: (random, editor) => { select(random, editor, 24); editor.commands.deleteSelection() },
  replace: (random, editor) => { select(random, editor, 10); type(editor, 'y') },
  undo: (_random, _editor, writer) => { writer.undo() },
  redo: (_random, _editor, writer) => { writer.redo() },
  part: (random, editor) => { put(random, editor); editor.commands.enter() },
  join: (random, editor) => { editor.commands.setTextSelection(editor.state.doc.resolve(anywhere(random, editor)).start()); editor.commands.joinBackward() },
  bold: (random, editor) => { select(random, editor, 30); editor.commands.toggleBold() },
  list: (random, editor) => { put(random, editor); editor.commands.toggleBulletList() },
  heading: (random, editor) => { put(random, editor); editor.commands.toggleHeading({ level: 4 }) },
  cut: (random, editor, writer) => { select(random, editor, 30); writer.cut(editor) },
  paste: (random, editor, writer) => { put(random, editor); writer.paste(editor) },
}
// How often each is done. Two who reshape one paragraph at the same moment double it (y-tiptap writes it anew), so that is rarer.
const often = { type: 16, delete: 10, replace: 4, undo: 7, redo: 3, part: 2, join: 2, bold: 3, list: 1, heading: 1, cut: 3, paste: 5 }
const row = Object.entries(often).flatMap(([name, times]) => Array.from({ length: times }, () => name))

// Comments on some words, from one first letter to another: what was away between them is inside when it comes back.
function comment ({ random, server, writers, about }: Run): void {
  const writer = random.pick(writers)
  if (writer.isOffline) return
  const key = random.pick(keys)
  const { words } = lineOf(richOf(writer.doc, key))
  const start = random.below(Math.max(1, words.length - 40))
  const chosen = words.slice(start, start + 8 + random.below(40)).split('').flatMap((char, at) => isFirst(char) ? [start + at] : [])
  const [from, to] = [chosen[0] ?? 0, (chosen.at(-1) ?? 0) + 1]
  const thread = `traad${server.threads.length + 1}`
  if (chosen.length > 1 && writer.comment(thread, key, { from, to })) about.set(thread, new Set(words.slice(from, to).split('').filter(isFirst)))
}

// Letters that stand there twice (a paragraph doubled; words cut, brought back by undo and pasted too): which a comment is on, nobody can say.
function noteTwins ({ server, twins }: Run): void {
  const seen = new Set<string>()
  for (const key of keys) for (const char of lineOf(richOf(server.doc, key)).words) {
    if (isFirst(char) && seen.has(char)) twins.add(char)
    seen.add(char)
  }
}

const coveredIn = (ranges: readonly Range[] | undefined): ReadonlySet<number> => placesIn(ranges ?? [])

// Letters that were pasted among those a comment is about: they are the comment's too, also when those before or behind them are cut.
function noteInside ({ server, about, inside }: Run): void {
  for (const key of keys) {
    const { words, marks } = lineOf(richOf(server.doc, key))
    for (const [thread, ranges] of marks) {
      const taken = inside.get(thread) ?? new Set<string>()
      for (const range of ranges) {
        const places = [...coveredIn([range])]
        const own = places.filter(at => about.get(thread)?.has(words.charAt(at)) === true || taken.has(words.charAt(at)))
        for (const at of places) if (at > (own[0] ?? at) && at < (own.at(-1) ?? at)) taken.add(words.charAt(at))
      }
      inside.set(thread, taken)
    }
  }
}

// Letters a comment is not about under its mark, but for what stands inside its words (pasted there, or away when it was made); comments whose mark is
// nowhere though half their words stand there in a row; and letters a comment is about that are not under its mark.
function faults (doc: Y.Doc, { about, twins, inside }: Run): { readonly wrong: readonly string[], readonly gone: readonly string[], readonly bare: number } {
  const lines = keys.map(key => lineOf(richOf(doc, key)))
  const wrong: string[] = []
  const gone: string[] = []
  let bare = 0
  for (const [thread, letters] of about) {
    const sorted = [...letters].toSorted()
    const isInside = (char: string): boolean => inside.get(thread)?.has(char) === true || (char > (sorted[0] ?? '') && char < (sorted.at(-1) ?? ''))
    for (const { words, marks } of lines) {
      const covered = coveredIn(marks.get(thread))
      const own = [...covered].filter(at => letters.has(words.charAt(at)))
      const isBetween = (at: number): boolean => own.some(place => place < at) && own.some(place => place > at)
      for (const [at, char] of words.split('').entries()) {
        if (!isFirst(char)) continue
        if (covered.has(at) && !letters.has(char) && !isInside(char) && !isBetween(at)) wrong.push(`${thread} ${char}`)
        if (!covered.has(at) && letters.has(char) && !twins.has(char)) bare += 1
      }
    }
    const half = [...letters].slice(0, Math.ceil(letters.size / 2)).join('')
    if (!lines.some(({ marks }) => marks.has(thread)) && lines.some(({ words }) => words.split('').filter(isFirst).join('').includes(half))) gone.push(thread)
  }
  return { wrong, gone, bare }
}

function run (seed: number, steps: number, isCalm: boolean): Run {
  const random = seeded(seed)
  const server = new TestServer({ a: paragraphs(0, 6), b: paragraphs(200, 4) })
  const writers: Writers = [new Writer('w0', server, random), ...Array.from({ length: 4 }, (_v, n) => new Writer(`w${n + 1}`, server, random))]
  const all: Run = { random, server, writers, about: new Map(), twins: new Set(), inside: new Map() }
  for (let step = 0; step < steps; step++) {
    const writer = random.pick(writers)
    works[row[random.below(row.length)] ?? '']?.(random, writer.editor(random.pick(keys)), writer)
    if (random.next() < 0.15) comment(all)
    if (!isCalm && random.next() < 0.03) writer.isOffline = !writer.isOffline
    for (const each of writers) if (isCalm) each.exchange(); else if (!each.isOffline && random.next() < 0.5) each.exchange(random.below(6), random.below(12))
    if (isCalm) for (const each of writers) each.exchange()
    if (random.next() < 0.01) writer.reload(random)
    noteTwins(all)
    noteInside(all)
    if (random.next() < 0.2) server.tidy()
  }
  for (const each of writers) each.isOffline = false
  while (writers.some(each => each.waits > 0)) for (const each of writers) each.exchange()
  noteTwins(all)
  noteInside(all)
  server.tidy()
  for (const each of writers) each.exchange()
  return all
}

// The same for a writer, another client, a fresh load and a new epoch.
function seenByAll (all: Run): ReturnType<typeof faults> {
  const { server, writers } = all
  const seen = faults(server.doc, all)
  for (const each of writers) { expect(faults(each.doc, all)).toEqual(seen); each.close() }
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(server.doc))
  expect(faults(fresh, all)).toEqual(seen)
  server.reopen()
  expect(faults(server.doc, all)).toEqual(seen)
  return seen
}

const now = Date.now() % 1_000_000

describe('comments, while five write, part and join, undo, cut and paste', () => {
  for (const seed of [1, 2, 3]) {
    it(`stay on their words and on no others (seed ${seed})`, () => {
      const { wrong, gone } = seenByAll(run(seed, 150, true))
      expect({ wrong, gone }).toEqual({ wrong: [], gone: [] })
    }, 60_000)
  }

  // Words that were cut before they were commented on, brought back by undo, and pasted by whoever had cut them once those are gone: which of the
  // two a comment was on, nobody can say, and it shows its quote. In 240 runs 9 of 3 846 threads, at most two in one run. On other words it never is.
  for (const seed of [5, 6, now]) {
    it(`offline too, are on no other words, and hardly one is left with its quote alone (seed ${seed})`, () => {
      const { wrong, gone } = seenByAll(run(seed, 150, false))
      expect(wrong).toEqual([])
      expect(gone.length).toBeLessThanOrEqual(3)
    }, 60_000)
  }
})
