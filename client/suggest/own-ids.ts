import { newId } from '@samskriv/shared/base'
import type { OwnIds } from '../editor/index.ts'
import type { SaveStatus, Watchable } from '../live/session.ts'

/**
 * Which of one's own suggestions one goes on with: those begun in this tab, and since it went offline. About any other somebody may have
 * decided meanwhile, and what is written on in it would be text, or nobody's; it gets an id of its own. People see what stands together as one.
 */
export function ownIds (status: Watchable<SaveStatus>): { readonly ids: OwnIds, readonly stop: () => void } {
  let made = new Set<string>()
  let isOffline = status.get().connection === 'offline'
  const stop = status.watch(() => {
    const now = status.get().connection === 'offline'
    if (now && !isOffline) made = new Set()
    isOffline = now
  })
  const ids: OwnIds = {
    mayExtend: id => made.has(id),
    make () {
      const id = newId(10)
      made.add(id)
      return id
    },
  }
  return { ids, stop }
}
