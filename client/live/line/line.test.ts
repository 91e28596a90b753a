import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fakeInput, type FakeInput } from '../testing/fake-input.ts'
import { seeded, seedOfRun } from '../testing/random.ts'
import { bindLine } from './line.ts'

const origin = { own: 'change' }

function field (words = ''): { text: Y.Text, input: FakeInput, stop: () => void } {
  const text = new Y.Doc().getText('text:navn')
  text.insert(0, words)
  const input = fakeInput()
  input.focus()
  const stop = bindLine(text, input, { origin })
  return { text, input, stop }
}

describe('a line bound to a field', () => {
  it('shows the line, and writes what is typed as the smallest edit, with the origin it was given', () => {
    const { text, input } = field('Rana')
    expect(input.value).toBe('Rana')
    const deltas: unknown[] = []
    text.observe((event, transaction) => {
      expect(transaction.origin).toBe(origin)
      deltas.push(event.delta)
    })
    input.setSelectionRange(2, 2)
    input.press('n')
    expect(text.toString()).toBe('Ranna')
    expect(deltas).toEqual([[{ retain: 2 }, { insert: 'n' }]])
  })

  it('moves caret and selection along with the words they stood at', () => {
    const { text, input } = field('en to tre')
    input.setSelectionRange(3, 5, 'backward')
    text.insert(0, 'null ')
    expect([input.selectionStart, input.selectionEnd, input.selectionDirection]).toEqual([8, 10, 'backward'])
    text.insert(8, 'foran ')
    text.insert(16, ' bak')
    expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).toBe('to')
    text.delete(0, text.length)
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 0])
  })

  it('keeps the caret before what another types at the same place', () => {
    const { text, input } = field('ab')
    input.setSelectionRange(1, 1)
    text.insert(1, 'XX')
    expect(input.selectionStart).toBe(1)
  })

  it('never sets a caret in a field that does not have the focus', () => {
    const { text, input } = field('a')
    input.setSelectionRange(0, 0)
    const other = fakeInput()
    bindLine(text, other, { origin })
    text.insert(1, 'b')
    expect(other.value).toBe('ab')
    expect(other.placed).toBe(0)
    expect(input.placed).toBe(2)
  })

  it('shows a line break as a space and leaves it where it is', () => {
    const { text, input } = field('en\nto')
    expect(input.value).toBe('en to')
    input.press('!')
    expect(text.toString()).toBe('en\nto!')
  })

  it('leaves the field alone while an input method composes, and passes on what is composed', () => {
    const { text, input } = field('abc')
    input.setSelectionRange(1, 1)
    input.compose(true)
    input.press('か')
    text.insert(0, '>>')
    text.delete(text.length - 1, 1)
    expect(input.value).toBe('aかbc')
    input.press('な')
    expect(text.toString()).toBe('>>aかなb')
    input.compose(false)
    expect(input.value).toBe('>>aかなb')
    expect(input.selectionStart).toBe(5)
  })

  it('removes a whole emoji in a composition, so that undo brings it whole', () => {
    const { text, input } = field('a😀b')
    const undo = new Y.UndoManager(text, { trackedOrigins: new Set([origin]) })
    input.compose(true)
    input.setSelectionRange(1, 3)
    input.press('')
    input.compose(false)
    expect(text.toString()).toBe('ab')
    undo.undo()
    expect(input.value).toBe('a😀b')
  })

  it('takes in what was held back when the field is left in the middle of a composition', () => {
    const { text, input } = field('abc')
    input.compose(true)
    text.insert(0, '>')
    input.dispatchEvent(new Event('blur'))
    expect(input.value).toBe('>abc')
  })

  it('shows what one\'s own undo, or a button, did to the line', () => {
    const { text, input } = field('abc')
    text.doc?.transact(() => { text.delete(0, 1) }, origin)
    expect(input.value).toBe('bc')
  })

  it('answers the browser\'s own undo with the document\'s', () => {
    const text = new Y.Doc().getText('text:navn')
    const input = fakeInput()
    const undo = { undo: vi.fn(() => null), redo: vi.fn(() => null) }
    bindLine(text, input, { origin, undo })
    const asks = (inputType: string): boolean => input.dispatchEvent(Object.assign(new Event('beforeinput', { cancelable: true }), { inputType }))
    expect(asks('historyUndo')).toBe(false)
    expect(asks('historyRedo')).toBe(false)
    expect(asks('insertText')).toBe(true)
    expect([undo.undo.mock.calls.length, undo.redo.mock.calls.length]).toEqual([1, 1])
  })

  it('lets go when it is stopped', () => {
    const { text, input, stop } = field('a')
    stop()
    input.press('b')
    expect(text.toString()).toBe('a')
    text.insert(0, 'c')
    expect(input.value).toBe('ab')
  })
})

describe('three people in one line', () => {
  const letters = ['a', 'b', 'æ', 'e\u0301', '😀', 'č', ' ']

  it('end with the same words, each field showing them, whatever the order of keys, compositions and deliveries', () => {
    const seed = seedOfRun()
    const random = seeded(seed)
    const pick = <T>(from: readonly T[]): T => {
      const found = from[Math.floor(random() * from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    }
    for (let round = 0; round < 60; round += 1) {
      const people = Array.from({ length: 3 }, () => {
        const doc = new Y.Doc()
        const input = fakeInput()
        if (random() < 0.7) input.focus()
        const text = doc.getText('text:navn')
        bindLine(text, input, { origin })
        const inbox: Uint8Array[] = []
        return { doc, text, input, inbox, composing: false }
      })
      for (const person of people) {
        person.doc.on('update', (update: Uint8Array, from: unknown) => {
          if (from === origin) for (const other of people) if (other !== person) other.inbox.push(update)
        })
      }
      for (let step = 0; step < 80; step += 1) {
        const person = pick(people)
        const { input } = person
        const shown = input.value
        switch (pick(['type', 'type', 'remove', 'move', 'receive', 'receive', 'compose'])) {
          case 'type': input.press(pick(letters)); break
          case 'remove': input.backspace(); break
          case 'move': {
            const ends = [random(), random()].map(each => Math.floor(each * (input.value.length + 1))).toSorted((a, b) => a - b)
            input.setSelectionRange(ends[0] ?? 0, ends[1] ?? 0)
            break
          }
          case 'receive': {
            const update = person.inbox.shift()
            if (update !== undefined) Y.applyUpdate(person.doc, update)
            if (person.composing) expect(input.value, `seed ${seed}`).toBe(shown)
            break
          }
          default:
            person.composing = !person.composing
            input.compose(person.composing)
        }
        if (!person.composing) expect(input.value, `seed ${seed}, round ${round}, step ${step}`).toBe(person.text.toString())
      }
      for (const person of people) {
        person.input.compose(false)
        person.composing = false
      }
      for (const person of people) for (const update of person.inbox.splice(0)) Y.applyUpdate(person.doc, update)
      const [first] = people
      for (const person of people) {
        expect(person.text.toString(), `seed ${seed}, round ${round}`).toBe(first?.text.toString())
        expect(person.input.value, `seed ${seed}, round ${round}`).toBe(person.text.toString())
      }
    }
  })
})
