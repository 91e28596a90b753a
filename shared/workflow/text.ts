/**
 * A line somebody typed, tidied: no control or direction-changing characters, runs of space as one, none at the ends.
 * Null when nothing is left or it is longer than `most` characters.
 */
export function lineOf (text: string, most: number): string | null {
  const line = text.toWellFormed().normalize('NFC').replaceAll(/[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
  return line === '' || line.length > most ? null : line
}

/** A reason of some lines, trimmed. Null when nothing is left or it is longer than `most` characters. */
export function reasonOf (text: string | undefined, most: number): string | null {
  const reason = (text ?? '').toWellFormed().normalize('NFC').trim()
  return reason === '' || reason.length > most ? null : reason
}
