import type { AuditEntry } from '@samskriv/shared/workflow'
import type { TableName, Tables } from './tables.ts'

export type { AuditEntry } from '@samskriv/shared/workflow'

/** One entry of a room's journal. Positions of a room start at 1 and have no gaps. The store does not look into `bytes`. */
export interface JournalEntry { readonly room: string, readonly position: number, readonly bytes: Uint8Array }

/** What a room was stored as: `state` covers positions up to and including `position` (0: none), `tail` the entries after it, in order. */
export interface StoredRoom { readonly position: number, readonly state: Uint8Array | null, readonly tail: readonly JournalEntry[] }

/** A record put in its table, or taken out of it. */
export type Change = {
  [Name in TableName]:
    | { readonly table: Name, readonly put: Tables[Name] }
    | { readonly table: Name, readonly remove: string }
}[TableName]

/** An audit entry as kept: numbered from 1, `hash` over its canonical JSON with `previous`, the hash of the one before ('' for the first). */
export interface ChainedAuditEntry extends AuditEntry { readonly number: number, readonly previous: string, readonly hash: string }

/** What is written together or not at all. */
export interface Commit {
  readonly changes?: readonly Change[]
  readonly journal?: readonly JournalEntry[]
  readonly audit?: readonly AuditEntry[]
}

/**
 * Where everything is kept. One process at a time.
 *
 * Promises reject with {@link StorageError} when the disk does not take what it was given; from then on nothing is taken
 * until `recover` has succeeded, so that nothing can land behind a torn write. After it, what was rejected is not stored. (When
 * the process ends before it, a rejected write may be there all the same, whole: a disk that fails does not say how far it came.)
 * Two things are milder: `load` goes on after a refused write, and a file that `putFile` could not keep is rejected alone.
 * Any other Error is a bug of the caller's, and stops nothing. SPEC.md has the promises one by one.
 */
export interface Store {
  /**
   * Appends entries to rooms' journals in one write. Resolves when they survive the end of this process (not yet a power
   * cut: see `sync`). Calls are carried out in order: if a later one is on disk, so is an earlier one. The bytes are copied
   * before this returns. Positions that do not follow on are a bug: the call is rejected with an Error and nothing is kept.
   */
  append(entries: readonly JournalEntry[]): Promise<void>
  /** Resolves when everything whose `append` had resolved before this call survives a power cut. */
  sync(): Promise<void>
  /** What a room holds; an unknown room is `{ position: 0, state: null, tail: [] }`. Throws StorageError naming the room when part of it is missing or damaged. */
  load(room: string): Promise<StoredRoom>
  /** Puts `state` in place of everything up to and including `position`, in one write. Entries after it stay. Does nothing when the room's state is already further. Throws StorageError when the journal does not hold everything up to `position`. */
  compact(room: string, position: number, state: Uint8Array): Promise<void>
  /** Writes records, journal entries and audit entries together, or none of them. Resolves when they survive a power cut. Readers see them only then. */
  commit(commit: Commit): Promise<void>
  /** The records of a table by id, as last committed. In memory; never write to it. */
  table<Name extends TableName>(name: Name): ReadonlyMap<string, Tables[Name]>
  /** The audit log from a number on (default 1), in order. */
  audit(from?: number): AsyncIterable<ChainedAuditEntry>
  /** Keeps bytes under their SHA-256 and gives it, lower-case hex. Resolves when they survive a power cut. The same bytes are kept once. */
  putFile(bytes: Uint8Array): Promise<string>
  /** The bytes with that SHA-256, or null. Throws StorageError when what is on disk no longer has that hash. */
  getFile(hash: string): Promise<Uint8Array | null>
  /** Whether anything would be taken now: false after a StorageError until `recover` has succeeded, and once closed. */
  isTaking(): boolean
  /** After a StorageError: tries to take up work again. Rejects with StorageError when it still cannot. */
  recover(): Promise<void>
  /** Everything written that was promised; then nothing more is taken. */
  close(): Promise<void>
}

/** The disk did not do as told: full, gone, or its content is damaged. `message` says what to do, for the operator's log. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}
