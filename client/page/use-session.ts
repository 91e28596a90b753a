import type { State } from '@samskriv/shared/access'
import { livePath } from '@samskriv/shared/protocol'
import { useEffect, useRef, useState } from 'react'
import type { LiveSession } from '../live/session.ts'

/** Where the live half is, on the page's own origin. */
export function liveAddress (page: Pick<Location, 'protocol' | 'host'>): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${livePath}`
}

/** What a session is opened for. A change of any of them opens another. */
export interface SessionFor {
  readonly behovsmelding: string
  readonly epoch: number
  readonly personId: string
  /** Raised to open another one of the same kind, after the last one ended. */
  readonly turn: number
}

/**
 * Keeps one live session open for as long as the page is shown, with a guard against leaving while something waits. Null
 * while there is nothing to open or the code is on its way.
 */
export function useSession (wanted: SessionFor | null, self: { readonly name: string, readonly color: number, readonly state: State }): LiveSession | null {
  const [session, setSession] = useState<LiveSession | null>(null)
  const about = useRef(self)
  useEffect(() => { about.current = self })
  const key = wanted === null ? null : JSON.stringify(wanted)
  useEffect(() => {
    if (wanted === null) return
    let stop = (): void => { stopped = true }
    let stopped = false
    async function open ({ behovsmelding, epoch, personId }: SessionFor): Promise<void> {
      const { openSession, leaveGuard } = await import('../live/index.ts')
      if (stopped) return
      const { name, color, state } = about.current
      const opened = openSession({ behovsmelding, epoch, personId, state, self: { name, color }, address: liveAddress(location) })
      const unguard = leaveGuard(opened, window)
      stop = () => { unguard(); setSession(null); void opened.close() }
      setSession(opened)
    }
    void open(wanted)
    return () => { stop() }
    // `wanted` is made anew at each rendering; its content counts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  return session
}
