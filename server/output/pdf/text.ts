import { type Coverage, textParts } from '../text/parts.ts'

/**
 * Text as the Typst file takes it: strings are shown letter by letter, never read as markup. 0 is a place where a very
 * long word may be broken, 1 a new line, 2 a tab; `u` names a character that cannot be shown.
 */
export type PdfText = readonly (string | 0 | 1 | 2 | { readonly u: string })[]

// A word longer than this may have to be broken, with nothing put in: after the signs that addresses are made of, and
// where there are none, every few letters.
const longWord = 28
const chunk = 6
const seams = /(?<=[@/.?&=_-])/u

const clusters = /\P{M}(?:\p{M}|\u200c|\p{Emoji_Modifier}|\u200d\P{M}?)*|\p{M}+/gsu

function chunks (word: string): string[] {
  const letters = word.match(clusters) ?? [word]
  if (letters.length <= longWord) return [word]
  return Array.from({ length: Math.ceil(letters.length / chunk) }, (_, index) => letters.slice(index * chunk, (index + 1) * chunk).join(''))
}

function brokenWord (word: string): (string | 0)[] {
  if (word.length <= longWord) return [word]
  return word.split(seams).flatMap(chunks).flatMap((piece, index) => index === 0 ? [piece] : [0 as const, piece])
}

function broken (text: string): (string | 0)[] {
  if (text.length <= longWord) return [text]
  const joined: (string | 0)[] = []
  for (const piece of text.split(/(\s+)/).flatMap(brokenWord)) {
    const last = joined.at(-1)
    if (piece !== 0 && typeof last === 'string') joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const joiners = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Hebrew}\p{Script=Arabic}\ufe0f])[\u200c\u200d]/gu
const unseen = /\u034f|\u180e|[\u2060-\u2064\u206a-\u206f\ufeff]|[\u{e0000}-\u{e0fff}]/gu

// Characters without a look are left out where they do nothing: viewers lose the letters around them when they search and
// copy, and a direction turned around in Norwegian text only deceives. The version itself, and the DOCX, keep them.
function seenOf (text: string): string {
  const plain = text.replace(unseen, '').replace(joiners, '')
  return rightToLeft.test(plain) ? plain : plain.replace(directions, '')
}

// Places where a word may be broken, put there by hand: said to Typst in our own way.
const breakable = /[\u00ad\u200b]+/

function segmentOf (text: string, coverage: Coverage): PdfText {
  return textParts(text, coverage).flatMap((part): PdfText => {
    switch (part.kind) {
      case 'text': return broken(part.text)
      case 'break': return [1]
      case 'tab': return [2]
      case 'unshown': return [{ u: part.code }]
    }
  })
}

/** Makes a text ready for the Typst file. */
export function pdfText (text: string, coverage: Coverage): PdfText {
  return seenOf(text).split(breakable).flatMap((segment, index): PdfText => [...(index > 0 ? [0 as const] : []), ...segmentOf(segment, coverage)])
}
