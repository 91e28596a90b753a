import type { VersionMeta } from '@samskriv/shared/version'
import { makeVersion, type Outcome } from '../api/index.ts'
import { whenSaved } from '../live/save/when-saved.ts'
import type { LiveSession } from '../live/session.ts'

/**
 * Has the server keep the text as it is as a version, what was typed here last included. Gives the version that holds it. Without the
 * network it fails (`unreachable`), and nothing may be taken in.
 */
export async function keepTextFirst (session: LiveSession): Promise<Outcome<VersionMeta>> {
  if (!await whenSaved(session)) return { ok: false, refusal: { code: 'unreachable' } }
  return await makeVersion(session.behovsmelding, { kind: 'before-intake' })
}
