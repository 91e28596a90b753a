import type { Topic } from '@samskriv/shared/protocol'
import type { Change, TableName } from '../store/port/index.ts'

// What those who look at a behovsmelding are told when a record of a table changes; null: nobody sees it there.
const topicOf: Readonly<Record<TableName, Topic | null>> = {
  people: null,
  sessions: null,
  links: 'view',
  behovsmeldinger: 'view',
  memberships: 'view',
  versions: 'view',
  deliveries: 'view',
  files: null,
  signingKeys: null,
  threads: 'comments',
  // What one has seen is one's own.
  seen: null,
  rounds: 'medbestemmelse',
  stances: 'medbestemmelse',
  // Somebody's own: nobody else is to notice.
  drafts: null,
  readings: null,
  proposals: 'proposals',
  authors: null,
  renderings: null,
}

// Who has said nothing in a round is known by who is there to say something.
const alsoTold: Readonly<Partial<Record<TableName, Topic>>> = { memberships: 'medbestemmelse' }

/** What changes of records are told as, each once. */
export function topicsOf (changes: readonly Pick<Change, 'table'>[]): ReadonlySet<Topic> {
  return new Set(changes.flatMap(({ table }) => [topicOf[table] ?? [], alsoTold[table] ?? []].flat()))
}
