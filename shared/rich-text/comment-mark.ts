import { toBase64, encodeAny } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'

/** The mark that says what a comment is about. Its one attribute, `thread`, is the thread's id. Only the server makes one. */
export const commentMark = 'comment'

/** A comment's mark as it lies on a text in Yjs. */
export interface StoredMark { readonly name: string, readonly value: Readonly<Record<string, unknown>> }

const hashBytes = 6
// What y-tiptap takes for the hash of an overlapping mark.
const hashed = /--[A-Za-z0-9+/=]{8}$/

/** The name of a mark out of the name it is stored under in Yjs. */
export function markName (stored: string): string {
  return stored.replace(hashed, '')
}

/**
 * The name y-tiptap stores a mark under that may lie on the same text several times: its name, `--`, and a hash of its JSON. Any other
 * name would make every editor write the text anew.
 */
export function overlappingMarkName (type: string, attrs: Readonly<Record<string, unknown>>): string {
  const sum = digest(encodeAny({ type, attrs }))
  for (let at = hashBytes; at < sum.length; at++) sum[at % hashBytes] = (sum[at % hashBytes] ?? 0) ^ (sum[at] ?? 0)
  return `${type}--${toBase64(sum.slice(0, hashBytes))}`
}

const stored = new Map<string, StoredMark>()
// Threads asked for again and again while a text is read: far more than one behovsmelding has.
const mostKept = 4_000

/** The mark of a thread as it is stored. */
export function storedCommentMark (thread: string): StoredMark {
  const found = stored.get(thread)
  if (found !== undefined) return found
  if (stored.size >= mostKept) stored.clear()
  const value = { thread }
  const made: StoredMark = { name: overlappingMarkName(commentMark, value), value }
  stored.set(thread, made)
  return made
}

/** The thread a stored mark is of, or null when it is no comment's mark. */
export function threadOfMark (name: string, value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('thread' in value) || markName(name) !== commentMark) return null
  return typeof value.thread === 'string' && value.thread !== '' ? value.thread : null
}
