import type { ProtokollView } from '@samskriv/shared/api'
import { versionId, type RoundRecord, type Situation } from '@samskriv/shared/workflow'
import { versionBody, type FrozenParts } from '../frozen/index.ts'
import { keptProtokoll, protokollBody, protokollView, suggestedFacts, type ProtokollSource } from '../protokoll/index.ts'

/** What the protokoll of a round is gathered from. Rejects with StorageError when its version's file is gone. */
export async function sourceOf ({ workflow: { store }, template }: FrozenParts, round: RoundRecord): Promise<ProtokollSource> {
  const version = store.table('versions').get(versionId(round.behovsmelding, round.version))
  if (version === undefined) return { store, template: null, values: {} }
  const body = await versionBody(store, version)
  return { store, template: template(body.template.id, body.template.version), values: body.values }
}

/** The protokoll of a round for a page: as it was kept, or of an open one as it would be now, with a proposal for its facts. Rejects with StorageError. */
export async function readProtokoll (parts: FrozenParts, situation: Situation, round: RoundRecord): Promise<ProtokollView> {
  const { store, now } = parts.workflow
  const kept = await keptProtokoll(store, round)
  if (kept !== null) return protokollView(kept.body, situation, kept.hash)
  return protokollView(protokollBody(await sourceOf(parts, round), situation, round), situation, '', suggestedFacts(store, situation, round.number, now()))
}
