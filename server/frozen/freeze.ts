import { refused, taken, type Result } from '@samskriv/shared/base'
import { canonicalBytes, sha256, type VersionBody } from '@samskriv/shared/version'
import { allowedTo, nextVersion, type FindingCounts, type NextVersion, type Situation, type VersionEffects } from '@samskriv/shared/workflow'
import { auditRefusal, carryOut, situationAbout, versionsOf, type About, type Alongside } from '../workflow/index.ts'
import { carriedInto, keepVersionAuthors } from './authors.ts'
import { authoredOf } from './content.ts'
import type { Content, FrozenParts } from './parts.ts'
import { sameText } from './same-text.ts'

/**
 * What a plan that freezes is given of the held text: where its version stands in the chain, its hash, and what the rules find in it.
 * `same`: number of a version that holds this very text, where the step asks for it (`seeksSame`); else null.
 */
export interface Frozen { readonly next: NextVersion, readonly findings: FindingCounts, readonly body: VersionBody, readonly same: number | null }

/** A step that makes a version of the text: who wants what, and its plan. */
export interface Freezing<E extends VersionEffects> {
  readonly personId: string | null
  readonly behovsmelding: string
  readonly action: 'lock' | 'open-round' | 'name-version' | 'write' | 'restore'
  readonly seeksSame?: boolean
  readonly plan: (situation: Situation, frozen: Frozen, now: number) => Result<E>
  /** What else is written in the same commit, made from the held text. A refusal from it stops the step. */
  readonly alongside?: (effects: E, situation: Situation, moment: Content) => Promise<Result<Alongside>>
}

/**
 * Freezes: in one held moment the text becomes a version, and what the plan says is committed before anybody can write again.
 * What queued meanwhile is judged by the rights that then hold. Refuses as the plan, `changed-meanwhile` when another epoch has begun,
 * and `old-schema` when the form is not installed. Rejects with StorageError.
 */
export async function freeze<E extends VersionEffects> (parts: FrozenParts, freezing: Freezing<E>): Promise<Result<E>> {
  const about: About = { personId: freezing.personId, behovsmelding: freezing.behovsmelding }
  // Who may not do it must not be able to hold everybody's writing either.
  const allowed = allowedTo(situationAbout(parts.workflow.store, about), freezing.action)
  if (!allowed.ok) {
    await auditRefusal(parts.workflow, about, freezing.action, allowed.refusal)
    return allowed
  }
  const { id, epoch } = allowed.value.behovsmelding
  return await parts.live.hold(id, epoch, moment => freezeMoment(parts, freezing, epoch, moment))
}

async function freezeMoment<E extends VersionEffects> (parts: FrozenParts, freezing: Freezing<E>, epoch: number, moment: Content): Promise<Result<E>> {
  const { store } = parts.workflow
  const behovsmelding = store.table('behovsmeldinger').get(freezing.behovsmelding)
  const template = behovsmelding === undefined ? null : parts.template(behovsmelding.template.id, behovsmelding.template.version)
  if (behovsmelding === undefined) return refused('not-found')
  // While this waited for the room, another began a new epoch: what is held is nobody's text any more.
  if (behovsmelding.epoch !== epoch) {
    const late = refused('changed-meanwhile')
    await auditRefusal(parts.workflow, freezing, freezing.action, late.refusal)
    return late
  }
  if (template === null) return refused('old-schema')
  const { projection, authorship, undecided: suggestions } = authoredOf(template, moment, await carriedInto(store, behovsmelding.id, epoch))
  const versions = versionsOf(store, behovsmelding.id)
  const next = nextVersion(versions)
  const body: VersionBody = { format: 'samskriv-version/1', behovsmelding: behovsmelding.id, ...next, ...projection }
  const bytes = canonicalBytes(body)
  const frozen: Frozen = {
    body, findings: parts.findings(template, projection), next: { ...next, hash: await sha256(bytes), ...(suggestions > 0 ? { suggestions } : {}) },
    same: freezing.seeksSame === true ? await sameText(store, behovsmelding, versions, projection) : null,
  }
  return await carryOut(parts.workflow, {
    about: { personId: freezing.personId, behovsmelding: behovsmelding.id },
    action: freezing.action,
    plan: (situation, now) => freezing.plan(sameEpoch(situation, epoch), frozen, now),
    alongside: async (effects, situation) => {
      // The file is on disk before any record names it. A step may also give a version that was there.
      const isNew = effects.version.hash === frozen.next.hash
      if (isNew && await store.putFile(bytes) !== frozen.next.hash) return refused('storage-failed')
      const more: Result<Alongside> = await freezing.alongside?.(effects, situation, moment) ?? taken({})
      if (!more.ok || !isNew) return more
      return taken({ ...more.value, changes: [...more.value.changes ?? [], await keepVersionAuthors(store, effects.version, authorship)] })
    },
  })
}

// The held text is that of one epoch. Should another have begun, there is nothing here to be frozen any more.
function sameEpoch (situation: Situation, epoch: number): Situation {
  return situation.behovsmelding === null || situation.behovsmelding.epoch === epoch ? situation : { ...situation, behovsmelding: null }
}
