import type { StoreLog } from '../log.ts'

/** A log that remembers what it was told, by level. */
export interface KeptLog extends StoreLog { readonly lines: { readonly info: string[], readonly warn: string[], readonly error: string[] } }

/** A log that writes nowhere and keeps what it was told. */
export function quietLog (): KeptLog {
  const lines: KeptLog['lines'] = { info: [], warn: [], error: [] }
  return { lines, info: line => lines.info.push(line), warn: line => lines.warn.push(line), error: line => lines.error.push(line) }
}
