import { keyOf } from '../document/index.ts'
import { parseChoice } from '../field/index.ts'
import { languages } from '../base/index.ts'
import type { ChoiceField, Field } from '../template/index.ts'
import type { Gather } from './gather.ts'
import { plainInline } from './inline.ts'
import { afterLabel, cutBeforeLabel, type LabelHit } from './label.ts'
import { isEmptied } from './emptied.ts'
import { readTicks, type Offer } from './tick.ts'
import { hasWords, plainWords } from './word.ts'

/** The field whose answer is being read. `writing`: lines go into its rich text. */
interface Open { readonly field: Field, readonly key: string, readonly siblings: readonly Field[], readonly path: readonly string[], readonly writing: boolean }

/** Puts the text between labels where it belongs: into the field whose label came last, into the one that takes what its answer leaves over, or among the leftovers. */
export interface Filler {
  /** A label was read. Gives what stands from a later sibling's label on, to be read as a line of its own. */
  label (hit: LabelHit, path: readonly string[], siblings: readonly Field[], later: readonly Field[]): string
  text (line: string): void
  row (line: string): void
  blank (): void
  /** What comes now stands near this key and answers nothing. */
  leave (key: string, label: string): void
  isWriting (): boolean
  /** Nothing more comes. */
  end (): void
}

const yesNo: readonly Offer[] = [{ id: 'yes', spellings: [['ja'], ['yes']] }, { id: 'no', spellings: [['nei'], ['no']] }]

function offersOf (field: Field): readonly Offer[] {
  if (field.kind === 'yesNo') return yesNo
  if (field.kind !== 'choices') return []
  return field.options.map(option => ({ id: option.id, spellings: [...languages.map(language => option.label[language]), ...option.aliases ?? []].map(plainWords) }))
}

// Whether a line is boxes and words the form prints beside them, and no more.
function hasOnlyBoxes (field: Field, line: string): boolean {
  const bare = (field.printed ?? []).reduce((text, printed) => text.replace(printed, ' '), line)
  return !hasWords(readTicks(offersOf(field), bare).rest)
}

/** Begins before the first label. */
export function createFiller (gather: Gather): Filler {
  let open: Open | null = null
  let near: string | null = null
  let nearLabel = ''
  // Boxes may stand on lines of their own, and which are ticked can be told only when all have been seen.
  let boxes: { readonly from: Open, readonly text: string } | null = null

  const settle = (from: Open): void => {
    const overflow = from.siblings.find(field => field.id === from.field.overflow)
    open = overflow === undefined ? null : { ...from, field: overflow, key: keyOf(...from.path, overflow.id), writing: true }
  }

  // What stands beside the answer without being one goes to the field that takes such, else it is kept.
  const beside = (from: Open, text: string): void => {
    if (open?.writing === true && open.field.id === from.field.overflow) gather.write(open.key, text)
    else gather.keep(from.field.label.nb, text, from.key)
  }

  const takeTicks = (from: Open, line: string): void => {
    let text = line
    for (const printed of from.field.printed ?? []) if (text.includes(printed)) { gather.pass('printed', printed); text = text.replace(printed, ' ') }
    const ticks = readTicks(offersOf(from.field), text)
    gather.pass('option', ticks.otherText)
    const answered = gather.values.has(from.key)
    const several = from.field.kind === 'yesNo' && ticks.chosen.length > 1
    settle(from)
    if (ticks.chosen.length > 0 && (answered || several)) gather.keep(from.field.label.nb, ticks.chosenText, from.key)
    else if (ticks.chosen.length > 0) gather.set(from.field, from.key, from.field.kind === 'yesNo' ? ticks.chosen[0] === 'yes' : ticks.chosen, ticks.chosenText)
    beside(from, ticks.rest)
  }

  const closeBoxes = (): void => {
    const seen = boxes
    boxes = null
    if (seen !== null) takeTicks(seen.from, seen.text)
  }

  const takeBoxes = (from: Open, line: string): void => {
    if (hasOnlyBoxes(from.field, line)) boxes = { from, text: `${boxes?.text ?? ''} ${line}` }
    else if (boxes === null) takeTicks(from, line)
    else { closeBoxes(); takeText(line) }
  }

  // The form left the field empty, so the lines below are no answer to it.
  const settleAsked = (): void => { if (open !== null && !open.writing) settle(open) }

  const takeText = (line: string): void => {
    if (open === null) { gather.keep(nearLabel, line, near); return }
    if (isEmptied(line)) {
      closeBoxes()
      settleAsked()
    } else if (hasWords(line)) takeAnswer(open, line, false)
  }

  const takeChoice = (from: Open, field: ChoiceField, line: string, onLabelLine: boolean): void => {
    settle(from)
    if (parseChoice(plainInline(line), field.options).ok) { gather.answer(field, from.key, line); return }
    // A word or two beside the question are an answer of one's own; what stands below tells more.
    if (onLabelLine && field.other !== undefined && field.overflow !== undefined && !gather.values.has(from.key)) gather.set(field, from.key, field.other, '')
    beside(from, line)
  }

  const takeAnswer = (from: Open, line: string, onLabelLine: boolean): void => {
    if (from.writing) { gather.write(from.key, line); return }
    switch (from.field.kind) {
      case 'yesNo': case 'choices': takeBoxes(from, line); return
      case 'choice': takeChoice(from, from.field, line, onLabelLine); return
      case 'fixedTable': case 'freeTable': case 'attachment': case 'sum': gather.keep(from.field.label.nb, line, from.key); return
      default: settle(from); gather.answer(from.field, from.key, line)
    }
  }

  return {
    label ({ label, written, rest: after }, path, siblings, later) {
      closeBoxes()
      gather.pass('label', written)
      const { rest, address } = afterLabel(after)
      gather.pass('link', address)
      if (label.field === null) {
        if (label.role === 'title') open = null
        near = path.length > 0 ? keyOf(...path) : near
        gather.keep(written, rest, near)
        if (label.role !== 'title') open = null
        return ''
      }
      const key = keyOf(...path, label.field.id)
      const from: Open = { field: label.field, key, siblings, path, writing: label.field.kind === 'richText' }
      ;[open, near, nearLabel] = [from, key, label.field.label.nb]
      if (from.writing && gather.rich.has(key)) gather.write(key, '')
      const { head, tail } = from.writing ? { head: rest, tail: '' } : cutBeforeLabel(later, rest)
      if (isEmptied(head)) { if (!from.writing) settle(from) } else if (hasWords(head)) takeAnswer(from, head, true)
      return tail
    },
    text: takeText,
    row (line) {
      closeBoxes()
      if (open?.writing === true) gather.write(open.key, line)
      else gather.keep(nearLabel, line.split('\t').map(cell => cell.trim()).filter(hasWords).join(' | '), near)
    },
    blank () { if (open?.writing === true) gather.write(open.key, '') },
    leave (key, label) {
      closeBoxes()
      ;[open, near, nearLabel] = [null, key, label]
    },
    end: closeBoxes,
    isWriting: () => open?.writing === true,
  }
}
