import { refused, taken, type Result } from '@samskriv/shared/base'
import type { BehovsmeldingRecord, VersionRecord } from '@samskriv/shared/workflow'
import type { Alongside } from '../workflow/index.ts'
import { keepCarriedAuthors } from './authors.ts'
import { freshContent, leftoversIn } from './content.ts'
import type { Content, FrozenParts } from './parts.ts'
import { versionBody } from './version.ts'

/**
 * What a new epoch begins with: the first entry of its journal, a fresh document with the text of a version, and with what of the text that
 * was there until now (`earlier`) is no part of a version: what an intake left over, what nobody had decided about, where comments stand;
 * and who wrote what of it. `after`: the behovsmelding in its new epoch. Refuses `old-schema` when the version's form is not installed, or
 * is another one. Rejects with StorageError.
 */
export async function firstEntry (parts: FrozenParts, after: BehovsmeldingRecord, version: VersionRecord, earlier: Content): Promise<Result<Alongside>> {
  const { store } = parts.workflow
  const body = await versionBody(store, version)
  const { id, version: edition } = body.template
  const template = id === after.template.id && edition === after.template.version ? parts.template(id, edition) : null
  if (template === null) return refused('old-schema')
  const fresh = freshContent(template, body.values, leftoversIn(earlier), earlier)
  const authors = await keepCarriedAuthors(store, version, after.epoch, template, fresh)
  return taken({
    journal: [parts.live.seedEntry(parts.live.room(after.id, after.epoch), fresh.update)],
    changes: authors === null ? [] : [authors],
  })
}
