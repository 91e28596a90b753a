/** Languages a person can choose. `nb` is the default; `no` is never used. */
export const languages = ['nb', 'nn', 'en'] as const

/** One of the languages Samskriv speaks. */
export type Language = (typeof languages)[number]

/** A text in every language, complete. */
export type Text = Readonly<Record<Language, string>>

/** Narrows an unknown value to a language. */
export function isLanguage (value: unknown): value is Language {
  return languages.some(language => language === value)
}
