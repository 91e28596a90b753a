import { pagePath } from '@samskriv/shared/api'
import { isOpenLink, isoTime, linkLifetime, type LinkRecord } from '@samskriv/shared/workflow'
import type { Change, Store } from '../store/port/index.ts'
import { newLink } from './secret.ts'

/**
 * A one-time link for the first administrator, good for 24 hours, or null once there is one. `now` in milliseconds since
 * 1970, `baseUrl` without a slash at its end. The links earlier starts printed are taken back: only the newest counts.
 */
export async function firstAdministratorLink (store: Store, now: number, baseUrl: string): Promise<string | null> {
  if ([...store.table('people').values()].some(person => person.admin)) return null
  const { token, link } = newLink()
  const record: LinkRecord = {
    ...link, purpose: 'admin', note: '', createdBy: null, createdAt: isoTime(now), expiresAt: isoTime(now + linkLifetime.admin),
  }
  const earlier = [...store.table('links').values()].filter(each => each.purpose === 'admin' && isOpenLink(each, now))
  const changes: Change[] = earlier.map(each => ({ table: 'links', put: { ...each, revokedAt: isoTime(now) } }) as const)
  await store.commit({
    changes: [...changes, { table: 'links', put: record }],
    audit: [{ at: isoTime(now), personId: null, role: null, behovsmelding: null, action: 'invite-administrator', result: 'done', facts: { invitation: link.handle } }],
  })
  return baseUrl + pagePath.link(token)
}

/** Makes a link that signs a person in who has lost their way (signed out, a new machine), good for 14 days, and notes it in the audit log. */
export async function giveSignInLink (store: Store, personId: string, now: number, baseUrl: string): Promise<string> {
  const { record, link } = signInLink(personId, now, baseUrl)
  await store.commit({
    changes: [{ table: 'links', put: record }],
    audit: [{ at: isoTime(now), personId: null, role: null, behovsmelding: null, action: 'give-sign-in-link', result: 'done', facts: { invitation: record.handle } }],
  })
  return link
}

/** A link that signs one person in, and takes them to a behovsmelding if one is named; for the demo and for tests. Commit `record`, show `link`. */
export function signInLink (personId: string, now: number, baseUrl: string, behovsmelding?: string): { readonly record: LinkRecord, readonly link: string } {
  const { token, link } = newLink()
  const record: LinkRecord = {
    ...link, purpose: 'sign-in', personId, note: '', createdBy: null, createdAt: isoTime(now), expiresAt: isoTime(now + linkLifetime.invitation),
    ...(behovsmelding === undefined ? {} : { behovsmelding }),
  }
  return { record, link: baseUrl + pagePath.link(token) }
}
