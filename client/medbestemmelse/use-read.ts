import type { BehovsmeldingView, MedbestemmelseView, RoundView } from '@samskriv/shared/api'
import { useEffect } from 'react'
import { markRead } from '../api/index.ts'

/** How long a version is in front of somebody before it counts as read by them, in ms: one who only passes by has not read it. */
const lookMs = 3_000

/** Tells the server that a tillitsvalgt has read a round's version, once it has been in front of them for a moment. `shown`: it is. */
export function useRead (view: BehovsmeldingView, rounds: MedbestemmelseView, round: RoundView, shown: boolean): void {
  const unread = view.role === 'tillitsvalgt' && (rounds.lastSeen ?? 0) < round.version
  const { id } = view
  const { number, version } = round
  useEffect(() => {
    if (!shown || !unread) return undefined
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      clearInterval(timer)
      void markRead(id, number, version)
    }, lookMs)
    return () => { clearInterval(timer) }
  }, [shown, unread, id, number, version])
}
