import { languages, type Text } from '../base/index.ts'
import type { Field, GroupField, Section, Template } from '../template/index.ts'
import { plainWords, standAt, wordsIn, type Word } from './word.ts'

/** Something the form prints that a line can begin with. `order` is its place in the form, `section` the section's. */
export interface Label {
  readonly words: readonly string[]
  readonly role: 'field' | 'title' | 'printed'
  readonly field: Field | null
  readonly order: number
  readonly section: number
}

/** A line that begins with a label: the label as it was written, and what stands after it. */
export interface LabelHit { readonly label: Label, readonly written: string, readonly rest: string, readonly exact: boolean }

const spellings = (text: Text, aliases: readonly string[] = []): readonly (readonly string[])[] =>
  [...languages.map(language => text[language]), ...aliases].map(plainWords)

/** Every spelling of a field's label, as words. */
export function labelWords (field: { readonly label: Text, readonly aliases?: readonly string[] }): readonly (readonly string[])[] {
  return spellings(field.label, field.aliases)
}

// A contact's and a group's own labels are no line of the form: they are headings of columns and of items.
const beginsLine = (field: Field): boolean => field.kind !== 'contact' && field.kind !== 'group'

/** What lines outside tiltak can begin with, in the form's order. */
export function topLabels (template: Template): readonly Label[] {
  let order = 0
  const of = (section: Section, index: number): Label[] => {
    const title = spellings(section.title).map(words => ({ words, role: 'title' as const, field: null, order: order++, section: index }))
    const fields = section.fields.filter(beginsLine).flatMap(field => {
      const at = order++
      return labelWords(field).map(words => ({ words, role: 'field' as const, field, order: at, section: index }))
    })
    return [...fields, ...title]
  }
  const letterhead = [...spellings(template.title), ...spellings(template.issuer), ...(template.printed ?? []).map(plainWords)]
    .map(words => ({ words, role: 'printed' as const, field: null, order: -1, section: 0 }))
  return [...template.sections.flatMap(of), ...letterhead]
}

/** What lines of one item of a group can begin with. */
export function itemLabels (group: GroupField): readonly Label[] {
  const fields = group.fields.flatMap((field, order) => labelWords(field).map(words => ({ words, role: 'field' as const, field, order, section: 0 })))
  const clusters = group.fields.flatMap(field => field.cluster === undefined ? [] : spellings(field.cluster.label))
    .map(words => ({ words, role: 'printed' as const, field: null, order: -1, section: 0 }))
  return [...fields, ...clusters]
}

// Signs between a label and its answer: the end of its bold, a colon or question mark, the address of a link it was part of.
const between = /^(?:\]\((?<address>[^)\s]*)\))?\*{0,3}\s*[?:.]*\s*(?:\*{1,3}(?=\s|$))?\s*/

/** The text after a label, and the address of the link the label was part of, if it was. */
export function afterLabel (text: string): { readonly rest: string, readonly address: string } {
  const found = between.exec(text)
  return { rest: text.slice(found?.[0].length ?? 0), address: found?.groups?.address ?? '' }
}

// How sure one can be that words at the start of a line are the label and not a sentence that begins alike: long ones are
// themselves; short ones need a colon or to stand alone.
function isSure (words: number, exact: boolean, rest: string): boolean {
  if (exact || words >= 5) return true
  return /^(?:\]\([^)]*\))?[\s*]*[:?]/.test(rest)
}

function hit (label: Label, text: string, words: readonly Word[]): LabelHit | null {
  if (!standAt(label.words, words, 0)) return null
  const exact = words.length === label.words.length
  const end = words[label.words.length - 1]?.end ?? 0
  const rest = text.slice(end)
  const offers = label.field?.kind === 'choices' || label.field?.kind === 'yesNo'
  if (!offers && !isSure(label.words.length, exact, rest)) return null
  return { label, written: text.slice(words[0]?.start ?? 0, end), rest, exact }
}

/** Labels a line begins with, the longest first. Marks and `#` before it do not matter; a bullet does: a form's questions have none. */
export function labelHits (labels: readonly Label[], text: string): readonly LabelHit[] {
  const words = wordsIn(text)
  const first = words[0]
  if (first === undefined || !/^[\s#*[\uE000]*$/.test(text.slice(0, first.start)) || /^\s*\*\s/.test(text)) return []
  return labels.map(label => hit(label, text, words)).filter(one => one !== null)
    .toSorted((one, other) => other.label.words.length - one.label.words.length)
}

/** Whether a line holds the first words of a long label and no more: the rest may stand on the next line. */
export function beginsLabel (labels: readonly Label[], text: string): boolean {
  const words = wordsIn(text)
  return words.length >= 4 && labels.some(label => label.words.length > words.length && standAt(label.words.slice(0, words.length), words, 0))
}

// The spelling of one of the fields' labels that stands at a word; empty when none does.
function labelAt (fields: readonly Field[], words: readonly Word[], at: number): readonly string[] {
  return fields.flatMap(labelWords).filter(label => standAt(label, words, at)).toSorted((one, other) => other.length - one.length)[0] ?? []
}

/**
 * Cuts a line before the first of these fields' labels that stands in it, written with a capital: `Nordvik kommune
 * Kompetansenettverk Midtfjord`. The tail has a colon after the label, so that it is read as one.
 */
export function cutBeforeLabel (fields: readonly Field[], text: string): { readonly head: string, readonly tail: string } {
  const words = wordsIn(text)
  for (const [at, word] of words.entries()) {
    const capital = text.slice(word.start, word.start + 1)
    const label = capital === capital.toLowerCase() ? [] : labelAt(fields, words, at)
    const end = words[at + label.length - 1]?.end ?? 0
    if (label.length > 0) return { head: text.slice(0, word.start), tail: `${text.slice(word.start, end)}: ${afterLabel(text.slice(end)).rest}` }
  }
  return { head: text, tail: '' }
}
