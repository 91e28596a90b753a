import { sha256 } from '@samskriv/shared/version'

/** Largest file looked at, in bytes: a whole package is below 400 MB, and it is read into memory at once. */
export const mostFileBytes = 1024 * 1024 * 1024

/** A file that was looked at here: its bytes never leave this machine. */
export interface HashedFile { readonly name: string, readonly bytes: Uint8Array<ArrayBuffer>, readonly hash: string }

/** Whether this browser computes fingerprints for this page: only over https, or from the same machine. */
export const canHash = (): boolean => typeof crypto !== 'undefined' && typeof crypto.subtle !== 'undefined'

/** Reads a file and computes its fingerprint. `too-large`, or `unreadable` when the browser cannot read it (moved away, a folder). */
export async function hashFile (file: File): Promise<HashedFile | 'too-large' | 'unreadable'> {
  if (file.size > mostFileBytes) return 'too-large'
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { name: file.name, bytes, hash: await sha256(bytes) }
  } catch {
    return 'unreadable'
  }
}

/** A fingerprint somebody pasted: 64 hex digits, whatever case, with or without spaces. Null when it is none. */
export function hashIn (text: string): string | null {
  const plain = text.replaceAll(/[\s:]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null
}
