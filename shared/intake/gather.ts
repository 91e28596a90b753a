import type { Value, Values } from '../document/index.ts'
import { parseAmount, parseAnswer, type Total } from '../field/index.ts'
import type { Field } from '../template/index.ts'
import { plainInline } from './inline.ts'
import { emptied } from './emptied.ts'
import { hasWords, sameWords } from './word.ts'

/** Where a piece of the input went: the key of its field, and the input as it stood there. */
export interface Placed { readonly key: string, readonly kind: Field['kind'], readonly text: string }

/** Text that has no place: kept with the question it stood at and, if there is one, the key of the field it stood near. */
export interface Unplaced { readonly label: string, readonly text: string, readonly near?: string }

/** Text of the form itself: a label, an option that was not chosen, a placeholder, a printed word, the number of a row, a sum that is computed anyway, an address that leads nowhere. */
export interface Passed { readonly kind: 'label' | 'option' | 'placeholder' | 'printed' | 'number' | 'total' | 'link', readonly text: string }

/** Where everything read so far is gathered. Whatever it is given ends up in exactly one of the three. */
export interface Gather {
  readonly values: Map<string, Value>
  readonly rich: Map<string, string[]>
  readonly lists: Map<string, string[]>
  readonly placed: Placed[]
  readonly leftovers: Unplaced[]
  readonly passed: Passed[]
  pass (kind: Passed['kind'], text: string): void
  /** Keeps a text that has no place. Lines after one another at one place become one. */
  keep (label: string, text: string, near: string | null): void
  /** Takes a text as the answer to a field of one line or one value; keeps it when it is none, or when there is one already. */
  answer (field: Field, key: string, text: string): void
  /** Takes what was ticked or chosen. `text` is what it was read from. */
  set (field: Field, key: string, value: Value, text: string): void
  /** Takes a line of rich text. An empty line parts paragraphs. */
  write (key: string, line: string): void
  /** A sum the document states. Passed over if it is what is computed, else kept. Judged at the end, when all is read. */
  total (label: string, text: string, near: string, computed: (values: Values) => Total | undefined): void
  /** Judges the sums. */
  close (values: Values): void
}

/** Begins with nothing. */
export function createGather (): Gather {
  const values = new Map<string, Value>()
  const rich = new Map<string, string[]>()
  const placed: Placed[] = []
  const leftovers: Unplaced[] = []
  const passed: Passed[] = []
  const totals: { label: string, text: string, near: string, computed: (values: Values) => Total | undefined }[] = []

  const gather: Gather = {
    values, rich, placed, leftovers, passed, lists: new Map(),
    pass (kind, text) { if (hasWords(text)) passed.push({ kind, text }) },
    keep (label, text, near) {
      const said = text.replaceAll(emptied, '').trim()
      if (!hasWords(said)) return
      const last = leftovers.at(-1)
      if (last !== undefined && last.near === (near ?? undefined) && last.label === label) leftovers[leftovers.length - 1] = { ...last, text: `${last.text}\n${said}` }
      else leftovers.push({ label, text: said, ...(near === null ? {} : { near }) })
    },
    answer (field, key, text) {
      const plain = plainInline(text)
      if (!hasWords(plain)) { gather.keep(field.label.nb, text, key); return }
      // What the plain text would lose (an address behind a word) must not go: the whole is kept then.
      if (values.has(key) || !sameWords(plain, text)) { gather.keep(field.label.nb, text, key); return }
      if (field.kind === 'text') { gather.set(field, key, plain, text); return }
      switch (field.kind) {
        case 'amount': case 'percentage': case 'integer': case 'yesNo': case 'choice': case 'date': {
          const answer = parseAnswer(field, plain)
          if (answer.ok) gather.set(field, key, answer.value, text)
          else gather.keep(field.label.nb, text, key)
          return
        }
        default: gather.keep(field.label.nb, text, key)
      }
    },
    set (field, key, value, text) {
      values.set(key, value)
      placed.push({ key, kind: field.kind, text })
    },
    write (key, line) {
      const lines = rich.get(key)
      if (lines === undefined) rich.set(key, [line])
      else lines.push(line)
    },
    total (label, text, near, computed) { if (hasWords(text)) totals.push({ label, text, near, computed }) },
    close (final) {
      for (const { label, text, near, computed } of totals) {
        const [stated, sum] = [parseAmount(plainInline(text)), computed(final)]
        if (stated.ok && sum !== undefined && sum.filled > 0 && sum.kroner === stated.value) gather.pass('total', text)
        else gather.keep(label, text, near)
      }
    },
  }
  return gather
}
