import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

// One file a face, of packages that ship them whole; the order is the order in which the PDF looks for a character.
const files = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
] as const

/** The families of `fontFiles`, in the order they are looked in. Nothing else is used: what a machine has installed must not show. */
export const fontFamilies = ['Source Sans 3', 'Noto Sans Hebrew', 'Noto Sans Arabic', 'Noto Sans Symbols 2', 'Noto Emoji'] as const

/** The fonts a PDF is set in, as bytes (some 4 MB). */
export function fontFiles (): Buffer[] {
  return files.map(file => readFileSync(require.resolve(file)))
}
