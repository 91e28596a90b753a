import { type Coverage, isNever } from '../text/parts.ts'

interface Table { readonly start: number }

function tableAt (font: DataView, tag: string): Table | null {
  for (let index = 0; index < font.getUint16(4); index += 1) {
    const at = 12 + index * 16
    const name = String.fromCharCode(font.getUint8(at), font.getUint8(at + 1), font.getUint8(at + 2), font.getUint8(at + 3))
    if (name === tag) return { start: font.getUint32(at + 8) }
  }
  return null
}

// cmap format 4: segments of the first 65 536 characters.
function segments (font: DataView, at: number, add: (character: number) => void): void {
  const count = font.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + count * 2 + 2
  const deltas = starts + count * 2
  const offsets = deltas + count * 2
  for (let segment = 0; segment < count; segment += 1) {
    const start = font.getUint16(starts + segment * 2)
    const end = font.getUint16(ends + segment * 2)
    const delta = font.getUint16(deltas + segment * 2)
    const offset = font.getUint16(offsets + segment * 2)
    for (let character = start; character <= end && character < 0xffff; character += 1) {
      const glyph = offset === 0 ? character + delta : font.getUint16(offsets + segment * 2 + offset + (character - start) * 2)
      if ((glyph & 0xffff) !== 0) add(character)
    }
  }
}

// cmap format 12: groups of characters of any number.
function groups (font: DataView, at: number, add: (character: number) => void): void {
  for (let group = 0; group < font.getUint32(at + 12); group += 1) {
    const from = at + 16 + group * 12
    for (let character = font.getUint32(from); character <= font.getUint32(from + 4); character += 1) add(character)
  }
}

/** The characters (code points) a TrueType font has a glyph for. */
export function charactersOf (bytes: Uint8Array): ReadonlySet<number> {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const characters = new Set<number>()
  const cmap = tableAt(font, 'cmap')
  if (cmap === null) return characters
  for (let index = 0; index < font.getUint16(cmap.start + 2); index += 1) {
    const at = cmap.start + font.getUint32(cmap.start + 4 + index * 8 + 4)
    const format = font.getUint16(at)
    if (format === 4) segments(font, at, character => characters.add(character))
    if (format === 12) groups(font, at, character => characters.add(character))
  }
  return characters
}

// Characters without a look of their own, which no font need have.
const invisible = /^\p{Default_Ignorable_Code_Point}$/u
// Characters that mean whatever a font makes of them (Word's bullets from Wingdings are such): PDF/A forbids them.
const privateUse = /^[\ue000-\uf8ff\u{f0000}-\u{10ffff}]$/u
const mark = /^\p{M}$/u
const forbidden = (character: string): boolean => privateUse.test(character) || isNever(character)

function shownBy (fonts: readonly ReadonlySet<number>[], cluster: string): boolean {
  const visible = [...cluster].filter(character => !invisible.test(character))
  return fonts.some(font => visible.every(character => font.has(character.codePointAt(0) ?? 0)))
}

/**
 * What a PDF can show with these fonts. PDF/A refuses a document in which one character has no glyph, so each is asked
 * for beforehand. A letter and its marks must come from one font; marks that cannot are named after the letter.
 */
export function pdfCoverage (fonts: readonly ReadonlySet<number>[]): Coverage {
  const known = new Map<string, ReturnType<Coverage>>()
  return cluster => {
    const before = known.get(cluster)
    if (before !== undefined) return before
    const characters = [...cluster]
    const whole = !characters.some(forbidden) && (shownBy(fonts, cluster) || shownBy(fonts, cluster.normalize('NFC')))
    const pieces = whole
      ? [{ text: cluster, shown: true }]
      : characters.map(text => ({ text, shown: !mark.test(text) && !forbidden(text) && shownBy(fonts, text) }))
    // Texts repeat their letters: some thousand different clusters at the most in one document's life.
    if (known.size < 20_000) known.set(cluster, pieces)
    return pieces
  }
}

/**
 * The most careful coverage: letters one by one, of the first font alone. For the case that a font has a character and
 * still cannot set it beside its neighbour, which only Typst can tell.
 */
export function carefulCoverage (fonts: readonly ReadonlySet<number>[]): Coverage {
  const [first = new Set<number>()] = fonts
  return cluster => {
    const composed = cluster.normalize('NFC')
    return [...composed].map(text => ({ text, shown: !mark.test(text) && !forbidden(text) && !invisible.test(text) && first.has(text.codePointAt(0) ?? 0) }))
  }
}
