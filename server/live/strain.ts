import { mostRanges, mostSections, type Content, type Scanned } from './update/index.ts'

/** Deleted ranges one suggestion may add: more than an hour of deleting here and there without a network. Each parts what it lies in, in everybody's document. */
const mostNewRanges = 1_000
/** Client ids one person writes under while they may only suggest: one for each time they open the page and write. */
const mostOwnClients = 1_000

/** Client ids in one frame: some pages that wrote without a network. For each is looked after what must have been known to it. */
const mostClients = 32

/** What must be known of the room, as in the gate. */
export interface Strained { readonly content: Content, readonly owners: ReadonlyMap<number, string>, readonly ahead: ReadonlyMap<number, number> }

/**
 * Whether an update of somebody who may only suggest would make the document hard to hold: a whole one with more deleted ranges or client ids than an update may have could
 * neither be compacted nor sent back by those who write. Half of each is left to them.
 */
export function strains (scanned: Scanned, personId: string, { content, owners, ahead }: Strained): boolean {
  if (scanned.sections.length > mostClients) return true
  const ranges = content.lacking(scanned, mostNewRanges)
  if (ranges > mostNewRanges || (ranges > 0 && content.rangeCount + ranges > mostRanges / 2)) return true
  const isNew = (client: number): boolean => content.clockOf(client) === 0 && !ahead.has(client)
  const clients = scanned.sections.filter(section => isNew(section.client)).length
  if (clients === 0) return false
  let own = 0
  for (const owner of owners.values()) if (owner === personId) own++
  return own + clients > mostOwnClients || content.clientCount + clients > mostSections / 2
}
