import type { ProtokollFacts, ProtokollView } from '@samskriv/shared/api'
import { proposedBasis, type ProtokollBody } from '@samskriv/shared/protokoll'
import { canonicalBytes } from '@samskriv/shared/version'
import { holdingIn, versionId, type RoundRecord, type Situation } from '@samskriv/shared/workflow'
import { protokollComments } from './comments.ts'
import { hashOfBytes } from './hash.ts'
import type { ProtokollSource } from './source.ts'
import { roundView } from './view.ts'

/** A protokoll's content with the bytes that are kept and their hash. */
export interface FrozenProtokoll { readonly body: ProtokollBody, readonly bytes: Uint8Array, readonly hash: string }

/** What the protokoll of a round is made of as things stand. `round` as it is, or as it is about to be closed. */
export function protokollBody (source: ProtokollSource, situation: Situation, round: RoundRecord): ProtokollBody {
  const { store } = source
  const { protokoll: _facts, protokollHash: _hash, ...view } = roundView(store, situation, round)
  const version = store.table('versions').get(versionId(round.behovsmelding, round.version))
  return {
    format: 'samskriv-protokoll/1', behovsmelding: round.behovsmelding, title: situation.behovsmelding?.title ?? '',
    round: view, facts: round.closing?.facts ?? null,
    documents: [{ version: round.version, hash: round.hash, at: version?.at ?? round.openedAt }],
    comments: protokollComments(source, round),
  }
}

/** The protokoll of a round that is being closed, ready to be kept. */
export function frozenProtokoll (source: ProtokollSource, situation: Situation, round: RoundRecord): FrozenProtokoll {
  const body = protokollBody(source, situation, round)
  const bytes = canonicalBytes(body)
  return { body, bytes, hash: hashOfBytes(bytes) }
}

/** Facts of a round that a lock ended: nobody wrote any down, and none are made up. What stances rest on is known. */
function noFacts (situation: Pick<Situation, 'stances'>, round: number): ProtokollFacts {
  const bases = proposedBasis('arbeidstaker', holdingIn(situation.stances, round))
  return { heldAt: '', place: '', attendants: [], bases, ...(bases.length === 0 ? {} : { basisOf: { arbeidstaker: bases } }), agreed: '', notAgreed: '' }
}

/** A protokoll as a page shows it. `facts`: what stands in place of facts nobody has written down. `hash`: of what is kept, '' before. */
export function protokollView (body: ProtokollBody, situation: Pick<Situation, 'stances'>, hash: string, facts?: ProtokollFacts): ProtokollView {
  const { format: _format, behovsmelding: _behovsmelding, ...view } = body
  return {
    ...view,
    round: { ...body.round, protokoll: body.facts, ...(hash === '' ? {} : { protokollHash: hash }) },
    facts: body.facts ?? facts ?? noFacts(situation, body.round.number),
  }
}
