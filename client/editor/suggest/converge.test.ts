// @vitest-environment jsdom
import { plainText, readRichText, type RichTextNode } from '@samskriv/shared/rich-text'
import { decide, judgeSuggestions, marksOf, suggestionsIn, type Verdict } from '@samskriv/shared/suggest'
import { b, bullets, p, rich, seeded, type Random } from '@samskriv/shared/testing'
import { Selection } from '@tiptap/pm/state'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { closeEditors, docOf, exchange, writer, type Writer } from './testing.ts'

afterEach(closeEditors)

const base = (): Y.Doc => docOf(rich(p('Vi skal ', b('lære'), ' sammen, alle sammen.'), bullets('en  to', 'to tre'), p('Slutten er her.')))
const seeds = [6, 25, 27, Date.now() % 1_000_000]
const textOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('rich:x')

interface Token { readonly text: string, readonly by: string, readonly suggested: boolean }

/** Types something nobody else types, at a random place; null when it was refused there. */
function typeToken (who: Writer, random: Random, number: number): Token | null {
  // A letter of its own at both ends: no two others, cut and joined, look like it.
  const letter = String.fromCodePoint(0x4E00 + number)
  const text = `${letter}${number}${letter}`
  const before = who.refusals.length
  who.type(text, place(who, random))
  return who.refusals.length > before ? null : { text, by: who.personId, suggested: who.mode === 'suggest' }
}
const place = ({ editor: { state: { doc } } }: Writer, random: Random): number => Selection.near(doc.resolve(1 + random.below(doc.content.size - 1))).head

function removeSome (who: Writer, random: Random): void {
  const from = place(who, random)
  who.remove(from, Math.min(who.editor.state.doc.content.size - 1, from + 1 + random.below(6)))
}
function decideOne (who: Writer, random: Random): void {
  const fragment = textOf(who.doc)
  const [first, ...more] = suggestionsIn(fragment)
  if (first === undefined) return
  const verdict: Verdict = random.next() < 0.5 ? 'accept' : 'reject'
  const chosen = random.pick([first, ...more])
  const isChosen = random.next() < 0.8 ? marksOf([chosen]) : ({ by }: { readonly by: string }): boolean => by === chosen.by
  who.doc.transact(() => { decide(fragment, isChosen, verdict) })
}
function shape (who: Writer, random: Random): void {
  who.editor.commands.setTextSelection(place(who, random))
  const kind = random.below(4)
  if (kind === 0) who.press('Enter')
  else if (kind === 1) who.editor.commands.splitBlock()
  else if (kind === 2) who.editor.commands.toggleBulletList()
  else { who.editor.commands.setTextSelection({ from: place(who, random), to: place(who, random) }); who.editor.commands.toggleBold() }
}

/** The runs of letters of a text, with whose insertion each is. */
function insertionsIn (node: RichTextNode): readonly { readonly text: string, readonly by: readonly unknown[] }[] {
  const by = (node.marks ?? []).filter(mark => mark.type === 'insertion').map(mark => mark.attrs?.['by'])
  return node.type === 'text' ? [{ text: node.text ?? '', by }] : (node.content ?? []).flatMap(insertionsIn)
}
const words = (node: RichTextNode | null): string => node === null ? '' : plainText(node).split(/[\n\u2028\u2029]+/).filter(line => line !== '').join('\n')
function decided (doc: Y.Doc, verdict: Verdict): string {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.transact(() => { decide(textOf(copy), () => true, verdict) })
  expect(suggestionsIn(textOf(copy))).toEqual([])
  return words(readRichText(textOf(copy)))
}

describe('four people, some writing, some suggesting, accepting and rejecting, now and then without network', () => {
  for (const seed of seeds) {
    it(`end with the same text; nobody's words are taken for another's, and no mark runs over (seed ${seed})`, { timeout: 60_000 }, () => {
      const random = seeded(seed)
      const start = base()
      const people: readonly [Writer, Writer, Writer, Writer] = [
        writer('kari', 'write', start, 1 + random.below(2 ** 31)), writer('olav', 'write', start, 1 + random.below(2 ** 31)),
        writer('aslaug', 'suggest', start, 1 + random.below(2 ** 31)), writer('marit', 'suggest', start, 1 + random.below(2 ** 31)),
      ]
      const tokens: Token[] = []
      for (let step = 0; step < 240; step++) {
        const who = random.pick(people)
        if (who.personId === 'marit' && random.next() < 0.1) who.mode = who.mode === 'write' ? 'suggest' : 'write'
        const kind = random.below(10)
        if (kind < 5) tokens.push(...[typeToken(who, random, step) ?? []].flat())
        else if (kind < 7) removeSome(who, random)
        else if (kind < 8) shape(who, random)
        else if (who.mode === 'write') decideOne(who, random)
        if (random.next() < 0.3) exchange(random.pick(people), random.pick(people))
      }
      exchange(...people)
      const [kari, ...others] = people
      for (const other of others) expect(other.read(), `seed ${seed}`).toEqual(kari.read())
      for (const other of others) expect(other.editor.getText(), `seed ${seed}`).toBe(kari.editor.getText())
      const fresh = writer('fresh', 'write', kari.doc)
      expect(fresh.editor.getText(), `seed ${seed}`).toBe(kari.editor.getText())

      const runs = insertionsIn(kari.read() ?? rich())
      for (const { text, by, suggested } of tokens) {
        for (const run of runs.filter(each => each.text.includes(text))) {
          if (suggested) expect(run.by.every(person => person === by), `seed ${seed}: ${text} is ${by}'s`).toBe(true)
          // Who goes on in a suggestion of their own suggests, also in the mode for writing.
          else expect(run.by.filter(person => person !== by), `seed ${seed}: ${text} was written, not suggested`).toEqual([])
        }
      }
      expect(decided(kari.doc, 'reject'), `seed ${seed}`).toBe(words(readRichText(textOf(kari.doc))))
      expect(decided(kari.doc, 'accept'), `seed ${seed}`).toBe(words(readRichText(textOf(kari.doc), 'suggested')))
    })
  }
})

describe('an editor that only suggests', () => {
  for (const seed of seeds) {
    it(`makes nothing that the server would refuse, whatever is done in it (seed ${seed})`, { timeout: 60_000 }, () => {
      const random = seeded(seed)
      const room = base()
      const judge = judgeSuggestions(Y.encodeStateAsUpdate(room))
      const [aslaug, kari] = [writer('aslaug', 'suggest', room, 1 + random.below(2 ** 31)), writer('kari', 'write', room, 1 + random.below(2 ** 31))]
      const untouched = (): string => JSON.stringify(readRichText(textOf(room)))
      const sendTo = (to: Writer, check: (update: Uint8Array) => void) => (update: Uint8Array, origin: unknown): void => {
        if (origin === 'peer') return
        check(update)
        Y.applyUpdate(room, update)
        Y.applyUpdate(to.doc, update, 'peer')
      }
      aslaug.doc.on('update', sendTo(kari, update => { expect(judge.judge(update, 'aslaug', client => client === aslaug.doc.clientID), `seed ${seed}`).toBeNull() }))
      kari.doc.on('update', sendTo(aslaug, update => { judge.learn(update) }))
      for (let step = 0; step < 200; step++) {
        const before = untouched()
        const kind = random.below(6)
        if (kind < 3) typeToken(aslaug, random, step)
        else if (kind < 5) removeSome(aslaug, random)
        else shape(aslaug, random)
        expect(untouched(), `seed ${seed}`).toBe(before)
        if (random.next() < 0.3) typeToken(kari, random, 1000 + step)
        if (random.next() < 0.15) removeSome(kari, random)
        if (random.next() < 0.15) shape(kari, random)
        if (random.next() < 0.1) decideOne(kari, random)
      }
      expect(aslaug.editor.getText(), `seed ${seed}`).toBe(kari.editor.getText())
    })
  }
})
