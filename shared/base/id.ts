const alphabet = '0123456789abcdefghijkmnpqrstuvwxyz'

/**
 * A random id of `length` characters from 34 letters and digits (no l, no o), safe in URLs and file names.
 * Twelve characters carry 61 bits: enough for items inside one installation; secrets use 32 bytes instead.
 */
export function newId (length = 12): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  let id = ''
  for (const byte of bytes) id += alphabet[byte % alphabet.length]
  return id
}

/** Whether a string from outside has the shape of an id of ours. */
export function isId (value: string): boolean {
  return /^[0-9a-z]{4,40}$/.test(value)
}
