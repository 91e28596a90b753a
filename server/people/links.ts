import { newId, refused, taken, type Language, type Result } from '@samskriv/shared/base'
import { linkNeedsName, planUseLink, usableLink, type LinkRecord, type PersonRecord, type SignInEffects } from '@samskriv/shared/workflow'
import type { LinkView } from '@samskriv/shared/api'
import type { Change, Store } from '../store/port/index.ts'
import { carryOut, createLimiter, type Limiter, type Workflow } from '../workflow/index.ts'
import { isSecret, secretHash } from './secret.ts'

/** Wrong tokens from one address in ten minutes. Nobody guesses 256 bits; this keeps those who try from making noise. */
const wrongTokenBounds = { most: 30, perMs: 10 * 60_000, mostKeys: 10_000 }

/** What one-time links need. */
export interface Links { readonly workflow: Workflow, readonly wrongTokens: Limiter }

/** One-time links over a workflow. */
export function createLinks (workflow: Workflow): Links {
  return { workflow, wrongTokens: createLimiter(wrongTokenBounds) }
}

// A right link is let in whatever else came from its address (a town hall behind one address, a proxy): nobody guesses it.
function linkOf (links: Links, token: string, address: string): Result<LinkRecord | null> {
  const now = links.workflow.now()
  const link = isSecret(token) ? links.workflow.store.table('links').get(secretHash(token)) : undefined
  if (link === undefined && links.wrongTokens.isOver(address, now)) return refused('too-fast')
  if (link === undefined) links.wrongTokens.count(address, now)
  return taken(link ?? null)
}

/** What a link is for, to whoever holds it. Uses nothing up. Refuses `link-unknown`, `link-used`, `link-expired`, `too-fast`. */
export function viewLink (links: Links, token: string, address: string, person: PersonRecord | null): Result<LinkView> {
  const found = linkOf(links, token, address)
  if (!found.ok) return found
  const usable = usableLink(found.value, links.workflow.now())
  if (!usable.ok) return usable
  const { purpose, role, behovsmelding, createdBy, expiresAt } = usable.value
  const { store } = links.workflow
  const title = behovsmelding === undefined ? undefined : store.table('behovsmeldinger').get(behovsmelding)?.title
  const invitedBy = createdBy === null ? undefined : store.table('people').get(createdBy)?.name
  return taken({
    purpose, expiresAt, needsName: linkNeedsName(usable.value, person),
    ...(role === undefined ? {} : { role }), ...(title === undefined ? {} : { title }), ...(invitedBy === undefined ? {} : { invitedBy }),
  })
}

/** Somebody uses a link. */
export interface LinkUse {
  readonly token: string
  /** The address the request came from: wrong tokens are counted per address. */
  readonly address: string
  /** Who is signed in already. */
  readonly personId: string | null
  readonly name?: string
  readonly language: Language
  /** Opens the session that is committed together with the use. */
  readonly openSession: (personId: string) => readonly Change[]
}

/** Uses a link up and signs in. Two uses in the same moment: one wins, the other is refused `link-used`. Refuses as `planUseLink`, `too-fast`. */
export async function redeemLink (links: Links, use: LinkUse): Promise<Result<SignInEffects>> {
  const found = linkOf(links, use.token, use.address)
  if (!found.ok) return found
  const { store } = links.workflow
  const newPersonId = newId()
  return await carryOut(links.workflow, {
    about: { personId: use.personId, behovsmelding: found.value?.behovsmelding ?? null },
    action: 'use-link',
    plan: (situation, now) => {
      const link = found.value === null ? null : currentLink(store, found.value.id)
      const bound = link?.personId === undefined ? null : store.table('people').get(link.personId) ?? null
      const { name, language } = use
      return planUseLink(situation, { kind: 'use-link', link, bound, language, newPersonId, ...(name === undefined ? {} : { name }) }, now)
    },
    alongside: async effects => taken({ changes: use.openSession(effects.person.id) }),
  })
}

// Read again in one's turn: whoever came first has marked it.
const currentLink = (store: Store, id: string): LinkRecord | null => store.table('links').get(id) ?? null
