/** A piece of a text as a document can hold it. `unshown` names a character that no document of that kind may contain. */
export type TextPart =
  | { readonly kind: 'text', readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'unshown', readonly code: string }

/** What can be shown of a cluster (a letter with its marks, an emoji with its parts): the same characters, each shown or not. */
export type Coverage = (cluster: string) => readonly { readonly text: string, readonly shown: boolean }[]

// A base with what changes its look: marks, variation selectors, skin tones, and what a zero width joiner joins to it.
const clusters = /\r\n|(?:\P{M}|^)(?:\p{M}|\u200c|\p{Emoji_Modifier}|\u200d\P{M}?)*|\p{M}+/gsu
const lineBreak = /^(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])$/
// Controls, halves of characters and code points that are none: XML and PDF/A both refuse them.
// oxlint-disable-next-line no-control-regex
const never = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef]|[\ufffe\uffff]/u

/** Whether a character may stand in no document of any kind: a control, half a character, or none at all. */
export function isNever (character: string): boolean {
  return never.test(character)
}

/** A character's number as it is written: `U+0002`. */
export function codeOf (character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Everything a document's XML can hold is shown. */
export const xmlCoverage: Coverage = cluster => [...cluster].map(text => ({ text, shown: !isNever(text) }))

/**
 * Cuts a text into parts. Nothing is dropped: what may not be shown is named by its number, so that a reader knows that
 * something stood there, and lines and tabs are kept as such.
 */
export function textParts (text: string, coverage: Coverage): TextPart[] {
  const parts: TextPart[] = []
  let run = ''
  const add = (part: TextPart): void => {
    if (run !== '') parts.push({ kind: 'text', text: run })
    run = ''
    parts.push(part)
  }
  for (const [cluster] of text.matchAll(clusters)) {
    if (lineBreak.test(cluster)) add({ kind: 'break' })
    else if (cluster === '\t') add({ kind: 'tab' })
    else {
      for (const piece of coverage(cluster)) {
        if (piece.shown) run += piece.text
        else add({ kind: 'unshown', code: codeOf(piece.text) })
      }
    }
  }
  if (run !== '') parts.push({ kind: 'text', text: run })
  return parts
}

/** A text on one line with nothing in it that a document's properties cannot hold. */
export function propertyText (text: string): string {
  return textParts(text, xmlCoverage).map(part => part.kind === 'text' ? part.text : part.kind === 'unshown' ? `[${part.code}]` : ' ').join('')
}
