import { StorageError } from '../port/index.ts'

/** The code of a Node.js or LevelDB error, or '' when it has none. */
export function codeOf (error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * An error of the disk as a {@link StorageError} an operator can act on: what was being done, what the system said, what to do.
 * A StorageError stays what it is.
 */
export function storageError (doing: string, error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const said = sayings(error)
  return new StorageError(`${doing} failed: ${said}. ${advice(said)}`, { cause: error })
}

/** The messages of an error and its causes, outermost first: LevelDB hides what the system said in the innermost. */
function sayings (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${sayings(error.cause)}`
}

function advice (said: string): string {
  if (/ENOSPC|no space|EDQUOT|quota/i.test(said)) return 'The disk is full: free some space on it; the server can then go on without a restart.'
  if (/EROFS|read-only/i.test(said)) return 'The disk is mounted read-only, often after an error of its own: check the system log and mount it for writing.'
  if (/EMFILE|ENFILE|too many open files/i.test(said)) return 'The process may not open more files: raise its limit (ulimit -n, LimitNOFILE).'
  if (/EACCES|EPERM|permission/i.test(said)) return 'The process may not write there: give its user the data folder and everything in it.'
  if (/EIO|input\/output/i.test(said)) return 'The disk reports an error of its own: check the system log and the disk before going on.'
  if (/corrupt|damaged/i.test(said)) return 'What is on the disk is damaged: stop the server, keep a copy of the data folder as it is, and take it back from a backup.'
  return 'Check the disk and the system log.'
}
