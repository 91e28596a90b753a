import type { Role, State } from '../access/index.ts'
import type { Basis, Party } from '../api/medbestemmelse.ts'
import type { Language, RefusalCode } from '../base/index.ts'
import type { FieldReason } from '../field/index.ts'
import type { FindingCode } from '../rules/index.ts'

/** A sentence with `{name}` where a fact goes, or two of them: `by` names the fact whose number chooses. */
export type Message = string | { readonly by: string, readonly one: string, readonly other: string }

/** Words of documents and screens alike. */
export type Word =
  | 'yes' | 'no' | 'notAnswered' | 'sum' | 'total' | 'kroner' | 'version' | 'page' | 'pageOf' | 'locked' | 'lockedBy' | 'draft'
  | 'fingerprint' | 'previousFingerprint' | 'form' | 'reason' | 'contents' | 'image' | 'imageWithoutText' | 'attachment' | 'attachments'
  | 'unreadValue' | 'period' | 'number' | 'tiltakCount' | 'noTiltak' | 'leftovers' | 'untitled' | 'packageReadme'

/** Every text that more than one side needs, in one language. */
export interface Messages {
  /** Why something was not done. */
  readonly refusal: Readonly<Record<RefusalCode, Message>>
  /** `too-large` where it is known how much is taken: bytes of anything, bytes of a text, pixels of an image, or a number of things. */
  readonly tooLarge: Readonly<Record<'bytes' | 'text' | 'pixels' | 'count', Message>>
  /** Why a text is no answer of the kind asked for. */
  readonly field: Readonly<Record<FieldReason, Message>>
  /** What the rules found. `{label}` is the question, `{columnLabel}` the column of a table it is about. */
  readonly finding: Readonly<Record<FindingCode, Message>>
  readonly state: Readonly<Record<State, string>>
  readonly role: Readonly<Record<Role, string>>
  /** The parties of a discussion. */
  readonly party: Readonly<Record<Party, string>>
  /** What a party rests on: the agreement, spelled one way in pages and files. */
  readonly basis: Readonly<Record<Basis, string>>
  /** Whose agreement it is, where nobody wrote down which party rests on it. */
  readonly basisSide: Readonly<Record<Basis, string>>
  readonly language: Readonly<Record<Language, string>>
  readonly word: Readonly<Record<Word, Message>>
}
