import type { Language } from '@samskriv/shared/base'
import type { AuthorsRecord, WorkflowTables } from '@samskriv/shared/workflow'

// What commands change is defined where the commands are.
export type {
  BehovsmeldingRecord, DeliveryRecord, DraftRecord, LinkRecord, MembershipRecord, PersonRecord, ProposalRecord, ReadingRecord, RoundRecord, SeenRecord,
  StanceRecord, ThreadRecord, VersionRecord,
} from '@samskriv/shared/workflow'

/** A session. Its id in the table is the SHA-256 (hex) of the cookie's secret, so a copied data folder signs nobody in. */
export interface SessionRecord { readonly id: string, readonly personId: string | null, readonly expiresAt: string, readonly data: string }

/** An image or attachment of a behovsmelding. Its id in the table is `behovsmelding/hash`; its bytes are a file named by its hash. */
export interface FileRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly hash: string
  readonly type: string
  readonly bytes: number
  readonly width?: number
  readonly height?: number
  readonly addedBy: string
  readonly addedAt: string
}

/** A key that packages are or were signed with. Its id is the fingerprint: the lower-case hex SHA-256 of the public key (SPKI, DER). `publicKey` is PEM. */
export interface SigningKeyRecord { readonly id: string, readonly publicKey: string, readonly madeAt: string }

/**
 * A document of a version as somebody fetched it. Its id is the lower-case hex SHA-256 of its bytes: the same version in the same
 * language is the same bytes, until another release writes it otherwise.
 */
export interface RenderingRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly version: number
  readonly kind: 'docx' | 'pdf'
  readonly language: Language
  readonly at: string
}

/** Everything that is a record, by table. */
export interface Tables extends WorkflowTables {
  readonly sessions: SessionRecord
  readonly files: FileRecord
  readonly signingKeys: SigningKeyRecord
  readonly authors: AuthorsRecord
  readonly renderings: RenderingRecord
}

/** The name of a table. */
export type TableName = keyof Tables

/** All tables, in the order they are written out. */
export const tableNames: readonly TableName[] = [
  'people', 'sessions', 'links', 'behovsmeldinger', 'memberships', 'versions', 'deliveries', 'files', 'signingKeys',
  'threads', 'seen', 'rounds', 'stances', 'drafts', 'readings', 'proposals', 'authors', 'renderings',
]
