import type { VersionMeta } from '@samskriv/shared/version'
import { makeVersion, type Outcome } from '../api/index.ts'
import type { LiveSession } from '../live/session.ts'

/** How long what was just typed may take to reach the server, in ms; then one is offline, or as good as. */
const patienceMs = 8_000

// Whether the server comes to have all that was written here.
function isSaved (session: LiveSession): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const look = (): void => {
    const { state, connection } = session.status.get()
    if (state === 'saved' && connection === 'connected') resolve(true)
  }
  const stop = session.status.watch(look)
  const timer = setTimeout(() => { resolve(false) }, patienceMs)
  look()
  return promise.finally(() => {
    stop()
    clearTimeout(timer)
  })
}

/**
 * Has the server keep the text as it is as a version, what was typed here last included. Gives the version that holds it. Without the
 * network it fails (`unreachable`), and nothing may be taken in.
 */
export async function keepTextFirst (session: LiveSession): Promise<Outcome<VersionMeta>> {
  if (!await isSaved(session)) return { ok: false, refusal: { code: 'unreachable' } }
  return await makeVersion(session.behovsmelding, { kind: 'before-intake' })
}
