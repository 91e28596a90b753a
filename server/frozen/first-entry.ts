import { refused, taken, type Result } from '@samskriv/shared/base'
import type { BehovsmeldingRecord, VersionRecord } from '@samskriv/shared/workflow'
import type { JournalEntry } from '../store/port/index.ts'
import { freshContent, leftoversIn } from './content.ts'
import type { Content, FrozenParts } from './parts.ts'
import { versionBody } from './version.ts'

/**
 * The first entry of a new epoch's journal: a fresh document with the text of a version, and with what of the text that was there until now
 * (`earlier`) is no part of a version: what an intake left over, what nobody had decided about, and where comments stand.
 * `after`: the behovsmelding in its new epoch. Refuses `old-schema` when the version's form is not
 * installed, or is another one. Rejects with StorageError.
 */
export async function firstEntry (parts: FrozenParts, after: BehovsmeldingRecord, version: VersionRecord, earlier: Content, personId: string): Promise<Result<JournalEntry>> {
  const body = await versionBody(parts.workflow.store, version)
  const { id, version: edition } = body.template
  const template = id === after.template.id && edition === after.template.version ? parts.template(id, edition) : null
  if (template === null) return refused('old-schema')
  const update = freshContent(template, body.values, leftoversIn(earlier), earlier)
  return taken(parts.live.seedEntry(parts.live.room(after.id, after.epoch), update, personId))
}
