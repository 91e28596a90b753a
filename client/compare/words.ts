import type { Plain, Shape } from '@samskriv/shared/compare'
import type { Language } from '@samskriv/shared/base'
import type { RichTextMark } from '@samskriv/shared/rich-text'
import type { Field } from '@samskriv/shared/template'
import { useMemo } from 'react'
import { useFormat, useLanguage, useText, type Format, type Translate } from '../i18n/index.ts'

/** What a comparison says of values, in the language of the page. */
export interface CompareWords {
  readonly language: Language
  /** An answer as the form shows it. */
  value(field: Field, value: Plain): string
  /** `+80 000`, `−80 000`, `0`. */
  difference(kroner: number): string
  option(field: Field, id: string): string
  /** A question, with the heading it stands under where it has one. */
  question(field: Field): string
  /** "overskrift", "punkt i liste" … */
  shape(shape: Shape): string
  /** "fet, kursiv", "lenke til …", "vanlig tekst" */
  marks(marks: readonly RichTextMark[]): string
}

const optionsOf = (field: Field): Extract<Field, { kind: 'choice' }>['options'] => field.kind === 'choice' || field.kind === 'choices' ? field.options : []

function optionIn (field: Field, id: string, language: Language): string {
  return optionsOf(field).find(option => option.id === id)?.label[language] ?? id
}

function valueIn (field: Field, value: Plain, t: Translate<'compare'>, format: Format, language: Language): string {
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (typeof value === 'number') return field.kind === 'percentage' ? t('percent', { number: value }) : format.number(value)
  if (typeof value === 'object') return t('unread', { text: value.unread })
  if (field.kind === 'choice') return optionIn(field, value, language)
  // Anything else than a day was never let in by the form; it is shown as it is.
  return field.kind === 'date' && !Number.isNaN(Date.parse(value)) ? format.date(value) : value
}

function shapeIn (shape: Shape, t: Translate<'compare'>): string {
  if (shape.list !== null) return shape.list === 'numbered' ? t('shapeNumbered', { level: shape.depth }) : t('shapeBulleted', { level: shape.depth })
  return shape.type === 'heading' ? t('shapeHeading', { level: (shape.level ?? 4) - 3 }) : t('shapeParagraph')
}

function markIn (mark: RichTextMark, t: Translate<'compare'>): string {
  if (mark.type === 'bold') return t('markBold')
  if (mark.type === 'italic') return t('markItalic')
  const address = mark.attrs?.['href']
  return mark.type === 'link' && typeof address === 'string' ? t('markLink', { address }) : t('markOther')
}

/** The words of a comparison. */
export function useCompareWords (): CompareWords {
  const t = useText('compare')
  const language = useLanguage()
  const format = useFormat()
  return useMemo(() => ({
    language,
    value: (field, value) => valueIn(field, value, t, format, language),
    difference: kroner => kroner === 0 ? '0' : `${kroner > 0 ? '+' : '−'}${format.number(Math.abs(kroner))}`,
    option: (field, id) => optionIn(field, id, language),
    question: field => field.cluster === undefined ? field.label[language] : `${field.cluster.label[language]}: ${field.label[language]}`,
    shape: shape => shapeIn(shape, t),
    marks: marks => marks.length === 0 ? t('markNone') : marks.map(mark => markIn(mark, t)).join(', '),
  }), [t, language, format])
}
