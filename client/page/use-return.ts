import type { RefusalCode } from '@samskriv/shared/base'
import { useEffect, useRef } from 'react'
import type { LiveSession } from '../live/session.ts'
import { useWatch } from '../ui/use-watch.ts'

/** Why writing may be refused although nothing is wrong with what was written: it came after a lock, or after the right to write was gone. */
const ownDoing: ReadonlySet<RefusalCode> = new Set(['wrong-state', 'not-allowed'])

/**
 * Opens the text anew when what was written came too late: the page then shows what everybody has, and what was refused
 * stands in the rescue, instead of words that are nowhere else. Once for each epoch and reason: should it be refused again,
 * the person decides.
 */
export function useReturn (session: LiveSession | null, onReconnect: () => void): void {
  const done = useRef(new Set<string>())
  const reconnect = useRef(onReconnect)
  useEffect(() => { reconnect.current = onReconnect })
  const reason = useWatch(session?.ended ?? nothingEnded)?.reason
  useEffect(() => {
    async function reopen (old: LiveSession): Promise<void> {
      // Closing first: by then this machine knows what was refused, and the next session does not offer it again.
      await old.close()
      reconnect.current()
    }
    if (session === null || reason === undefined || !ownDoing.has(reason) || session.refused.get().length === 0) return
    const key = `${session.epoch} ${reason}`
    if (done.current.has(key)) return
    done.current.add(key)
    void reopen(session)
  }, [session, reason])
}

const nothingEnded: LiveSession['ended'] = { get: () => null, watch: () => () => undefined }
