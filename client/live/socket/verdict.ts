import type { RefusalCode } from '@samskriv/shared/base'
import { closeCode } from '@samskriv/shared/protocol'

/**
 * What a refusal means for what was written here.
 * `later`: nothing is wrong with it; connect anew after a while, and the handshake sends it again.
 * `ends`: this session cannot send it, another may; it stays on this machine as it is.
 * `refused`: it will not be taken as it is; it is set aside for the person (a rescue) and the session ends, since its
 *   document now holds what the server has not.
 */
export type Verdict = 'later' | 'ends' | 'refused'

const later: ReadonlySet<RefusalCode> = new Set(['too-fast', 'storage-failed', 'shutting-down', 'changed-meanwhile'])
const ends: ReadonlySet<RefusalCode> = new Set(['old-epoch', 'old-schema', 'not-signed-in', 'not-found'])

/** What follows from the refusal of one write frame. */
export function verdictOnFrame (code: RefusalCode): Verdict {
  return later.has(code) ? 'later' : ends.has(code) ? 'ends' : 'refused'
}

const codes: ReadonlyMap<number, RefusalCode> = new Map([
  [closeCode.junk, 'junk'],
  [closeCode.notSignedIn, 'not-signed-in'],
  [closeCode.notAllowed, 'not-allowed'],
  [closeCode.noSuchDocument, 'not-found'],
  [closeCode.oldEpoch, 'old-epoch'],
  [closeCode.tooLarge, 'too-large'],
  [closeCode.oldSchema, 'old-schema'],
  [closeCode.tooFast, 'too-fast'],
  // The websocket protocol's own "message too big", sent by the socket library before our code sees the frame.
  [1009, 'too-large'],
])

/** Why the server closed for good; null: it did not (network, restart: come back later). An unknown 44xx ends as `not-allowed`. */
export function reasonOfClose (code: number): RefusalCode | null {
  return codes.get(code) ?? (code >= 4400 && code < 4500 ? 'not-allowed' : null)
}

/** What a final close means for what waits: sending the same again would only be closed again for these two. */
export function verdictOnClose (code: RefusalCode): Verdict {
  return code === 'too-large' || code === 'junk' ? 'refused' : 'ends'
}
