import type { SeenRecord, ThreadRecord } from './comment-record.ts'
import type { ProposalRecord } from './proposal-record.ts'
import type { BehovsmeldingRecord, DeliveryRecord, LinkRecord, MembershipRecord, PersonRecord, VersionRecord } from './record.ts'
import type { DraftRecord, ReadingRecord, RoundRecord, StanceRecord } from './round.ts'

/** The records a command may change, by table. */
export interface WorkflowTables {
  readonly people: PersonRecord
  readonly links: LinkRecord
  readonly behovsmeldinger: BehovsmeldingRecord
  readonly memberships: MembershipRecord
  readonly versions: VersionRecord
  readonly deliveries: DeliveryRecord
  readonly threads: ThreadRecord
  readonly seen: SeenRecord
  readonly rounds: RoundRecord
  readonly stances: StanceRecord
  readonly drafts: DraftRecord
  readonly readings: ReadingRecord
  readonly proposals: ProposalRecord
}

/** A record put in its table, or taken out of it by its id. */
export type RecordChange = {
  [Name in keyof WorkflowTables]:
    | { readonly table: Name, readonly put: WorkflowTables[Name] }
    | { readonly table: Name, readonly remove: string }
}[keyof WorkflowTables]

/** One entry of the audit log before it is numbered and chained. No content, no names of unions, nothing from a form. */
export interface AuditEntry {
  readonly at: string
  readonly personId: string | null
  readonly role: string | null
  readonly behovsmelding: string | null
  readonly action: string
  readonly result: 'done' | 'refused'
  readonly facts?: Readonly<Record<string, string | number>>
}

/** All that a command does, to be committed in one write: records and the audit entry. */
export interface Effects {
  readonly changes: readonly RecordChange[]
  readonly audit: readonly AuditEntry[]
}

/** What using a link does, who is signed in by it, and the page to show them. */
export interface SignInEffects extends Effects { readonly person: PersonRecord, readonly goTo: string }

/** What freezing does, and the version it makes. */
export interface VersionEffects extends Effects { readonly version: VersionRecord }

/** What bringing a version back does: the version that keeps what stood there, and how the behovsmelding stands afterwards. */
export interface RestoreEffects extends VersionEffects, BehovsmeldingEffects {}

/** What changes a behovsmelding does, and how it stands afterwards. */
export interface BehovsmeldingEffects extends Effects { readonly behovsmelding: BehovsmeldingRecord }

/** What delivering does, and the delivery. */
export interface DeliveryEffects extends Effects { readonly delivery: DeliveryRecord }

/** What opening or closing a round or moving its deadline does, and the round as it then is. */
export interface RoundEffects extends Effects { readonly round: RoundRecord }

/** What giving or withdrawing a stance does, and the stance as it then is. */
export interface StanceEffects extends Effects { readonly stance: StanceRecord }

/** What sending a proposal in or settling it does, and the proposal as it then is. */
export interface ProposalEffects extends Effects { readonly proposal: ProposalRecord }
