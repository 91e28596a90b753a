import type { Language } from '@samskriv/shared/base'
import type { VersionKind } from '@samskriv/shared/version'

/** The words a document has of its own, beside those of the form. `{…}` are filled in with `filled`. */
export interface Words {
  /** BCP 47, as Word and PDF want it. */
  readonly tag: 'nb-NO' | 'nn-NO' | 'en-GB'
  readonly yes: string
  readonly no: string
  readonly empty: string
  /** What stands after text that was put where a number, date or choice is asked for. */
  readonly unread: string
  /** Heads the column of what is asked about, where the form has no word for it. */
  readonly detail: string
  readonly file: string
  readonly hash: string
  readonly size: string
  readonly bytes: string
  readonly footer: string
  readonly page: string
  readonly imageMissing: string
  readonly imageUnreadable: string
  readonly imageWithoutText: string
  readonly kinds: Readonly<Record<VersionKind, string>>
  readonly moment: string
}

/** Every document's own words, in every language. */
export const wordsOf: Readonly<Record<Language, Words>> = {
  nb: {
    tag: 'nb-NO',
    yes: 'Ja',
    no: 'Nei',
    empty: 'Ikke besvart',
    unread: 'står som tekst, ikke lest som svar',
    detail: 'Opplysning',
    file: 'Fil',
    hash: 'SHA-256',
    size: 'Størrelse',
    bytes: '{n} byte',
    footer: 'Versjon {n} · SHA-256 {hash}',
    page: 'Side {page} av {pages}',
    imageMissing: 'Bildet finnes ikke i denne versjonen: {alt}',
    imageUnreadable: 'Bildet kan ikke vises: {alt}',
    imageWithoutText: 'Bilde uten beskrivelse',
    kinds: { 'lock': 'låst', 'round': 'lagt fram til medbestemmelse', 'named': 'lagret', 'before-intake': 'lagret før innlesing', 'before-restore': 'lagret før en eldre ble hentet tilbake' },
    moment: 'Versjon {n}, {kind} {date} kl. {time}',
  },
  nn: {
    tag: 'nn-NO',
    yes: 'Ja',
    no: 'Nei',
    empty: 'Ikkje svara på',
    unread: 'står som tekst, ikkje lesen som svar',
    detail: 'Opplysning',
    file: 'Fil',
    hash: 'SHA-256',
    size: 'Storleik',
    bytes: '{n} byte',
    footer: 'Versjon {n} · SHA-256 {hash}',
    page: 'Side {page} av {pages}',
    imageMissing: 'Biletet finst ikkje i denne versjonen: {alt}',
    imageUnreadable: 'Biletet kan ikkje visast: {alt}',
    imageWithoutText: 'Bilete utan skildring',
    kinds: { 'lock': 'låst', 'round': 'lagd fram til medbestemming', 'named': 'lagra', 'before-intake': 'lagra før innlesing', 'before-restore': 'lagra før ein eldre vart henta tilbake' },
    moment: 'Versjon {n}, {kind} {date} kl. {time}',
  },
  en: {
    tag: 'en-GB',
    yes: 'Yes',
    no: 'No',
    empty: 'Not answered',
    unread: 'kept as text, not read as an answer',
    detail: 'Detail',
    file: 'File',
    hash: 'SHA-256',
    size: 'Size',
    bytes: '{n} bytes',
    footer: 'Version {n} · SHA-256 {hash}',
    page: 'Page {page} of {pages}',
    imageMissing: 'The image is not in this version: {alt}',
    imageUnreadable: 'The image cannot be shown: {alt}',
    imageWithoutText: 'Image without a description',
    kinds: { 'lock': 'locked', 'round': 'laid before medbestemmelse', 'named': 'saved', 'before-intake': 'saved before an intake', 'before-restore': 'saved before an earlier one was brought back' },
    moment: 'Version {n}, {kind} {date} at {time}',
  },
}

/** Puts facts into a sentence: `filled('Side {page}', { page: 3 })`. A name that has no fact stays as it is. */
export function filled (sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}
