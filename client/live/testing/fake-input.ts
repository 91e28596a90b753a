import type { LineInput } from '../line/line.ts'

/** An `<input>` as far as a line is concerned: setting `value` moves the caret to the end, as browsers do. */
export interface FakeInput extends LineInput {
  /** Types at the caret, over the selection, as a keyboard or an input method does. */
  press(words: string): void
  /** Removes what is selected, or the unit before the caret. */
  backspace(): void
  compose(on: boolean): void
  focus(): void
  /** How often the caret was set by the program. */
  readonly placed: number
}

class Field extends EventTarget implements FakeInput {
  selectionStart = 0
  selectionEnd = 0
  selectionDirection: 'forward' | 'backward' | 'none' = 'none'
  placed = 0
  readonly ownerDocument: { activeElement: unknown } = { activeElement: null }
  private words = ''

  get value (): string { return this.words }
  set value (words: string) {
    this.words = words.replaceAll(/[\r\n]/g, '')
    this.selectionStart = this.selectionEnd = this.words.length
  }

  setSelectionRange (start: number, end: number, direction: 'forward' | 'backward' | 'none' = 'none'): void {
    this.selectionStart = start
    this.selectionEnd = end
    this.selectionDirection = direction
    this.placed += 1
  }

  focus (): void { this.ownerDocument.activeElement = this }

  press (words: string): void {
    this.words = this.words.slice(0, this.selectionStart) + words + this.words.slice(this.selectionEnd)
    this.selectionStart = this.selectionEnd = this.selectionStart + words.length
    this.dispatchEvent(new Event('input'))
  }

  backspace (): void {
    if (this.selectionStart === this.selectionEnd) this.selectionStart = Math.max(0, this.selectionStart - 1)
    this.press('')
  }

  compose (on: boolean): void { this.dispatchEvent(new Event(on ? 'compositionstart' : 'compositionend')) }
}

/** Makes an empty field, not focused. */
export function fakeInput (): FakeInput { return new Field() }
