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

/** A link that signs one person in, and takes them to a behovsmelding if one is named; for the demo and for tests. Commit `record`, show `link`. */
export function signInLink (personId: string, now: number, baseUrl: string, behovsmelding?: string): { readonly record: LinkRecord, readonly link: string } {
  const { token, link } = newLink()
  const record: LinkRecord = {
    ...link, purpose: 'sign-in', personId, note: '', createdBy: null, createdAt: isoTime(now), expiresAt: isoTime(now + linkLifetime.invitation),
    ...(behovsmelding === undefined ? {} : { behovsmelding }),
  }
  return { record, link: baseUrl + pagePath.link(token) }
}
