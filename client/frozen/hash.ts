import type { VersionMeta } from '@samskriv/shared/version'

/** How many hex digits of a hash are shown: enough to tell versions apart by eye; the whole is a copy away. */
const shownDigits = 8

/** The beginning of a version's hash. */
export function shortHash (hash: string): string { return hash.slice(0, shownDigits) }

/** The version a behovsmelding was last locked with; null when it never was. */
export function lockedVersion (versions: readonly VersionMeta[]): VersionMeta | null {
  return versions.findLast(version => version.kind === 'lock') ?? null
}
