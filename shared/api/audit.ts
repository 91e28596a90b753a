import type { Role } from '../access/index.ts'

/**
 * What can be wrong with an entry of the audit log:
 * - `changed`: its content is not what was hashed
 * - `unreadable`: its bytes are no entry at all
 * - `missing`: it is not there, though later ones are
 * - `unchained`: it does not follow on the one before (that one, or this one, was replaced)
 * - `cut-off`: the log ends before it, though the head kept outside knows of it
 * - `replaced`: it is whole, but not the one the head kept outside knows
 */
export type AuditFault = 'changed' | 'unreadable' | 'missing' | 'unchained' | 'cut-off' | 'replaced'

/**
 * Whether the audit log of the whole installation is as it was written. `count`: its entries; `head`: the hash of the last;
 * `outside`: whether the head kept outside the log is there to hold it to. `number`: the first entry that is wrong.
 */
export type AuditChain =
  | { readonly ok: true, readonly count: number, readonly head: string, readonly outside: boolean }
  | { readonly ok: false, readonly number: number, readonly why: AuditFault }

/** Somebody in the audit log, by the name they have now; null: nobody has this id any more. */
export interface AuditPerson { readonly id: string, readonly name: string | null }

/** One entry of the audit log, with names instead of ids. `at` is ISO 8601 UTC. `person` null: nobody was signed in. `whom`: to whom it was done. */
export interface AuditEntryView {
  readonly number: number
  readonly at: string
  readonly hash: string
  readonly person: AuditPerson | null
  readonly role: Role | null
  readonly behovsmelding: { readonly id: string, readonly title: string | null } | null
  readonly action: string
  readonly result: 'done' | 'refused'
  readonly facts: Readonly<Record<string, string | number>>
  readonly whom?: AuditPerson
}

/**
 * A page of the audit log, the newest entry first. `title`: of the behovsmelding it is about, null: of the installation.
 * `total`: entries that pass the filters; `next`: the `from` of the page after this one, null: this is the last.
 * `people` and `actions`: what there is to filter by.
 */
export interface AuditPage {
  readonly title: string | null
  readonly entries: readonly AuditEntryView[]
  readonly total: number
  readonly next: number | null
  readonly people: readonly AuditPerson[]
  readonly actions: readonly string[]
  readonly chain: AuditChain
}

/**
 * Which entries are wanted, as query parameters: at or before number `from`, at most `most` (1–200, default 50), of one
 * person, of one action, only refusals (`1`), at or after `since` and before `until` (ISO 8601).
 */
export interface AuditQuery {
  readonly from?: number
  readonly most?: number
  readonly person?: string
  readonly action?: string
  readonly refused?: '1'
  readonly since?: string
  readonly until?: string
}
