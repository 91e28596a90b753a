import { may } from '@samskriv/shared/access'
import type { RefusalCode } from '@samskriv/shared/base'
import { bounds, type Standing } from '@samskriv/shared/protocol'
import type { Rights } from './live.ts'
import { strains } from './strain.ts'
import type { Content, Scanned } from './update/index.ts'

/** What a connection stands as, by the rights that hold now; null: it may not be here. */
export function standingOf (rights: Rights | null): Standing | null {
  if (rights === null || rights.role === null || !may(rights.role, rights.state, 'read')) return null
  const { role, state, epoch } = rights
  return { role, state, epoch, mayWrite: may(role, state, 'write'), maySuggest: may(role, state, 'suggest') }
}

/** One write frame as the gate sees it. `isReply`: it is a handshake's step 2, which may bring along what others wrote. */
export interface Attempt {
  readonly personId: string
  readonly isReply: boolean
  readonly scanned: Scanned
  readonly update: Uint8Array
}

/**
 * What the gate must know of the room. `owners`: who first wrote under a client id. `retired`: ids of earlier epochs.
 * `ahead`: clocks that are judged and not yet in the content. `speaker`: whose open connection goes by a client id.
 * `judgeSuggestion`: whether an update is a suggestion of that person's and nothing else; asked last, for what it lets in it takes to be there.
 * `liesTooDeep`: whether an update puts elements so deep in each other that other programs would break on it.
 */
export interface Ground {
  readonly ahead: ReadonlyMap<number, number>
  speaker(client: number): string | null
  judgeSuggestion(update: Uint8Array, personId: string): RefusalCode | null
  liesTooDeep(update: Uint8Array, scanned: Scanned): boolean
  readonly content: Content
  readonly owners: ReadonlyMap<number, string>
  readonly retired: ReadonlySet<number>
}

/**
 * Whether a write frame is let in: null, or why not. Asked for each frame, with the rights that hold at that moment.
 * What says nothing new is always let in (it changes nothing; a reader's empty handshake is no offence).
 */
export function judge (rights: Rights | null, epoch: number, attempt: Attempt, ground: Ground): RefusalCode | null {
  const standing = standingOf(rights)
  if (standing === null) return 'not-allowed'
  if (standing.epoch !== epoch) return 'old-epoch'
  const { scanned, personId, update } = attempt
  if (!ground.content.isNew(scanned)) return null
  if (!standing.mayWrite && !standing.maySuggest) return refusedWrite(standing)
  // An earlier epoch's words must never slip in beside the copy the new one was made from.
  if (scanned.sections.some(section => ground.retired.has(section.client))) return 'old-epoch'
  // A reply brings along what others wrote; of one who may only suggest nothing but their own is wanted.
  const isOwn = standing.mayWrite ? isNobodyElses : isTheirs
  if (!(attempt.isReply && standing.mayWrite) && !scanned.sections.every(section => isOwn(section.client, personId, ground))) return 'foreign-author'
  if (ground.content.leavesGap(scanned, ground.ahead)) return 'changed-meanwhile'
  if (!standing.mayWrite && deletesAhead(scanned, ground)) return 'changed-meanwhile'
  // What only deletes makes a full document smaller in the end. Suggestions leave room for those who write.
  const most = standing.mayWrite ? bounds.documentBytes : bounds.documentBytes / 2
  const isFull = ground.content.byteLength + update.length > most
  if (isFull && scanned.sections.length > 0) return 'document-full'
  if (!standing.mayWrite && strains(scanned, personId, ground)) return 'too-large'
  // No editor does so, and every other one would break on it.
  if (ground.liesTooDeep(update, scanned)) return 'junk'
  return standing.mayWrite ? null : ground.judgeSuggestion(update, personId)
}

/** Why somebody who may not write now is refused: they may at other times, or never. */
export function refusedWrite (standing: Standing): RefusalCode {
  return may(standing.role, 'utkast', 'write') ? 'wrong-state' : 'not-allowed'
}

function isNobodyElses (client: number, personId: string, ground: Ground): boolean {
  // Until somebody has written under an id, it is theirs whose connection goes by it.
  return (ground.owners.get(client) ?? ground.speaker(client) ?? personId) === personId
}

// Also not under an id whose words somebody brought along without saying whose they were: its owner may come back and write on.
function isTheirs (client: number, personId: string, ground: Ground): boolean {
  const owner = ground.owners.get(client) ?? ground.speaker(client)
  return owner === null ? ground.content.clockOf(client) === 0 && !ground.ahead.has(client) : owner === personId
}

// Whether it deletes what nobody has written yet: those words would be gone on arrival.
function deletesAhead ({ sections, deleted }: Scanned, { content, ahead }: Ground): boolean {
  return deleted.some(({ client, end }) => end > Math.max(content.clockOf(client), ahead.get(client) ?? 0, sections.find(section => section.client === client)?.clockEnd ?? 0))
}
