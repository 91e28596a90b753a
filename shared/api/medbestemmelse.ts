import type { Role } from '../access/index.ts'
import type { Text } from '../base/index.ts'
import type { RichTextNode } from '../rich-text/node.ts'

/**
 * What goes over HTTP about medbestemmelse. All under `/api/behovsmeldinger/:id`; every change is told to those who look as topic
 * `medbestemmelse` (a draft to nobody). Who, in what role and when are the server's.
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET medbestemmelse | – | MedbestemmelseView |
 * | POST rounds | { deadline: YYYY-MM-DD, note? } | RoundView: freezes version n (eier) |
 * | PUT rounds/:n/deadline | { deadline: YYYY-MM-DD } | RoundView: the deadline of the open round is moved (eier); the day it is already changes nothing |
 * | POST rounds/:n/close | ProtokollFacts | RoundView (eier) |
 * | PUT rounds/:n/read | { version } | 204: the asking person has read that version |
 * | PUT rounds/:n/draft | StanceDraft | 204: kept for the asking person alone; one with nothing in it takes it away |
 * | POST rounds/:n/stance | NewStance | StanceView (tillitsvalgt), 201; `other-version` when `hash` is not the round's. One's own that holds is withdrawn in the same step |
 * | DELETE rounds/:n/stance | – | StanceView, withdrawn; it stays to be seen |
 * | GET rounds/:n/protokoll | – | ProtokollView (of an open round: as it would be now) |
 * | GET rounds/:n/protokoll.docx, .pdf | – | the file of a closed round, the same bytes each time; `?language=`. `round-open` before |
 */

/** What a union representative says of a version. */
export const stances = ['enig', 'uenig', 'ikke-uttalt'] as const
/** What a union representative says of a version. */
export type Stance = (typeof stances)[number]

/** What a stance, or a party's part in a discussion, rests on: Hovedavtalen KS, del B (the municipality's side) or Hovedavtalen i staten (the university's). */
export const bases = ['ks-b', 'staten'] as const
/** What a stance rests on. */
export type Basis = (typeof bases)[number]

/** What is about to be said; kept as a draft for its author alone. `statement`: the protokolltilførsel, null: none. */
export interface StanceDraft {
  readonly stance: Stance | null
  readonly union: string
  readonly basis: Basis | null
  readonly statement: RichTextNode | null
}

/** A stance given on the round's version, named by its hash. */
export interface NewStance {
  readonly hash: string
  readonly stance: Stance
  readonly union: string
  readonly basis: Basis
  readonly statement: RichTextNode | null
}

/** Somebody at a step, as the session said then. */
export interface Actor { readonly personId: string, readonly name: string, readonly role: Role }

/**
 * A stance as given. `version` and `hash`: what it is about. `withdrawnAt`: it no longer holds, and stays to be seen. `statementHash`:
 * SHA-256 of the statement's canonical JSON. `late`: given after the deadline that holds, while the round was still open.
 */
export interface StanceView extends NewStance {
  readonly id: string
  readonly round: number
  readonly version: number
  readonly by: Actor
  readonly at: string
  readonly withdrawnAt?: string
  readonly statementHash?: string
  readonly late?: true
}

/** A deadline that was moved, as it was: from which day to which, when and by whom. */
export interface DeadlineMove { readonly from: string, readonly to: string, readonly at: string, readonly by: Actor }

/**
 * A round. `deadline` is a date, YYYY-MM-DD, its end in Europe/Oslo: the one that holds. `deadlineMoves`: how it came to be, the first move first; absent:
 * it is the one the round was opened with. `missing`: tillitsvalgte who have said nothing that holds (in a
 * closed round: had, when it was closed). `closedByLock`: a lock ended it, so nobody wrote facts down. `protokollHash`: SHA-256 of
 * what a closed round's protokoll is made of.
 */
export interface RoundView {
  readonly number: number
  readonly version: number
  readonly hash: string
  readonly epoch: number
  readonly deadline: string
  readonly deadlineMoves?: readonly DeadlineMove[]
  readonly note: string
  readonly openedAt: string
  readonly openedBy: Actor
  readonly closedAt?: string
  readonly closedBy?: Actor
  readonly closedByLock?: true
  readonly stances: readonly StanceView[]
  readonly missing: readonly Actor[]
  readonly protokoll: ProtokollFacts | null
  readonly protokollHash?: string
}

/** The parties of a discussion, in the order a protokoll names them. */
export const parties = ['eier', 'uh', 'arbeidstaker'] as const
/** A party of a discussion. */
export type Party = (typeof parties)[number]

/** The parties on the employers' side. What they think is written down when a round is closed; the employees say it themselves, in their stances. */
export const employers = ['eier', 'uh'] as const
/** A party on the employers' side. */
export type Employer = (typeof employers)[number]

/** One who took part, and for which party. */
export interface Attendant { readonly name: string, readonly function: string, readonly party: Party, readonly union: string }

/**
 * What the coordinator writes down when a round is closed; the rest of the protokoll is made of what the server knows. `heldAt`: ISO 8601 local time `2026-03-04T10:00`.
 * `basisOf`: what each party rests on; `bases` is then all of it together, whatever was sent. `views`: what the employers' parties think, in their own words; one that
 * said nothing is left out. Protokoller from before each was written down per party have neither, and read as they did.
 */
export interface ProtokollFacts {
  readonly heldAt: string
  readonly place: string
  readonly attendants: readonly Attendant[]
  readonly bases: readonly Basis[]
  readonly basisOf?: Readonly<Partial<Record<Party, readonly Basis[]>>>
  readonly views?: Readonly<Partial<Record<Employer, string>>>
  readonly agreed: string
  readonly notAgreed: string
}

/** One matter raised in a comment, and what was answered. `place` in bokmål, `places` in every language. */
export interface ProtokollComment {
  readonly place: string
  readonly places?: Text
  readonly quote: string
  readonly entries: readonly { readonly name: string, readonly role: Role, readonly text: string }[]
  readonly resolution: string | null
}

/**
 * A protokoll as a page shows it and the files hold it. Of an open round, `facts` are a proposal: the moment, whom the members
 * and their stances suggest as attendants, and what each party rests on, so that a form for closing can begin with it. Of one that a lock closed they are empty (`heldAt` is ''): nothing is made up.
 */
export interface ProtokollView {
  readonly title: string
  readonly round: RoundView
  readonly facts: ProtokollFacts
  readonly documents: readonly { readonly version: number, readonly hash: string, readonly at: string }[]
  readonly comments: readonly ProtokollComment[]
}

/** Everything about medbestemmelse that one who may read sees. `lastSeen`: the newest version the asking person has read; `draft`: theirs, not yet given. It outlives the round it was begun in: nothing written is lost when a round is closed. */
export interface MedbestemmelseView {
  readonly rounds: readonly RoundView[]
  readonly open: number | null
  readonly lastSeen: number | null
  readonly draft: StanceDraft | null
}
