import type { LiveSession } from '../session.ts'

/** How long what was just written may take to reach the server, in ms; then one is offline, or as good as. */
const patienceMs = 8_000

/** Whether the server comes to have, within some seconds, all that was written here. */
export function whenSaved (session: Pick<LiveSession, 'status'>): Promise<boolean> {
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
