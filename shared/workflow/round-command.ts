import type { NewStance, ProtokollFacts, StanceDraft } from '../api/medbestemmelse.ts'
import type { VersionMeta } from '../version/index.ts'

/** Open a round of medbestemmelse on the text as it is now. `deadline`: YYYY-MM-DD, its end in Norway. `next`: as NextVersion. */
export interface OpenRoundCommand { readonly kind: 'open-round', readonly deadline: string, readonly note: string, readonly next: Pick<VersionMeta, 'number' | 'previous' | 'hash'> }
/** Move the deadline of the open round. `deadline` as in OpenRoundCommand. */
export interface MoveDeadlineCommand { readonly kind: 'move-deadline', readonly round: number, readonly deadline: string }
/** Close the open round. `protokoll`: SHA-256 of the protokoll's file, '' while somebody only asks whether they could. */
export interface CloseRoundCommand { readonly kind: 'close-round', readonly round: number, readonly facts: ProtokollFacts, readonly protokoll: string }
/**
 * Give a stance on the round's version, in place of one's own that holds. `statementHash` and `seal` are '' while somebody only
 * asks whether they could (see StanceRecord).
 */
export interface GiveStanceCommand extends NewStance {
  readonly kind: 'give-stance'
  readonly round: number
  readonly id: string
  readonly statementHash: string | null
  readonly seal: string
}
/** Take one's own stance back. It stays to be seen. */
export interface WithdrawStanceCommand { readonly kind: 'withdraw-stance', readonly round: number }
/** Keep what one is about to say. */
export interface SaveDraftCommand { readonly kind: 'save-draft', readonly round: number, readonly draft: StanceDraft }
/** Say that one has read a version in a round. */
export interface ReadVersionCommand { readonly kind: 'read-version', readonly round: number, readonly version: number }

/** Something somebody wants done in a round of medbestemmelse. */
export type RoundCommand = OpenRoundCommand | MoveDeadlineCommand | CloseRoundCommand | GiveStanceCommand | WithdrawStanceCommand | SaveDraftCommand | ReadVersionCommand

/** Longest texts about a round, in characters: a union's name, somebody's function, a place, what was agreed or not, what a party thinks (some pages each). */
export const longestInRound = { union: 100, function: 100, place: 200, agreed: 20_000, view: 20_000 } as const

/** Attendants a protokoll can name: every party of the largest partnership, several times over. */
export const mostAttendants = 200

/** Times the deadline of one round can be moved: far above what people agree on, and each stands in its protokoll. */
export const mostDeadlineMoves = 20

/** Stances one person can give in one round, withdrawn ones too: who changes their mind more often is a program. Each is kept for good. */
export const mostStances = 30
