/** Largest text file taken, in megabytes. The largest form seen was 0.1. */
export const mostMegabytes = 2

/** A text file, read; or why it was not. */
export type TextRead = { readonly ok: true, readonly text: string } | { readonly ok: false, readonly why: 'too-large' | 'not-text' }

// Word still saves "ren tekst" as Windows-1252 unless told otherwise; bytes that are no UTF-8 are taken for that.
function decode (bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads a file as text. Refuses what is larger than {@link mostMegabytes}, and what holds bytes that no text has. */
export async function readTextFile (file: Blob): Promise<TextRead> {
  if (file.size > mostMegabytes * 1024 * 1024) return { ok: false, why: 'too-large' }
  const text = decode(new Uint8Array(await file.arrayBuffer()))
  // A document of Word's own, a PDF or a picture holds these within its first bytes.
  return text.includes('\u0000') || text.startsWith('%PDF') || text.startsWith('PK\u0003') ? { ok: false, why: 'not-text' } : { ok: true, text }
}
