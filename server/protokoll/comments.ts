import type { CommentEntry, ProtokollComment } from '@samskriv/shared/api'
import type { RoundRecord, ThreadRecord } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import { placeName } from './place-name.ts'
import type { ProtokollSource } from './source.ts'

// Begun in the round, or spoken in while it was open.
function isOfRound (thread: ThreadRecord, round: RoundRecord): boolean {
  if (thread.behovsmelding !== round.behovsmelding) return false
  return thread.round === round.number || thread.entries.some(entry => entry.at >= round.openedAt && (round.closing === null || entry.at <= round.closing.at))
}

function wordsOf (store: Pick<Store, 'table'>, entry: CommentEntry): string {
  const name = (personId: string): string => store.table('people').get(personId)?.name ?? ''
  return entry.mentions.reduce((text, personId) => text.replaceAll(`@{${personId}}`, `@${name(personId)}`), entry.text)
}

/** What was raised in comments in a round, and answered, in the order it was. What its author took back is left out. */
export function protokollComments (source: ProtokollSource, round: RoundRecord): readonly ProtokollComment[] {
  const threads = [...source.store.table('threads').values()].filter(thread => isOfRound(thread, round))
  const inOrder = threads.toSorted((a, b) => ((a.entries[0]?.at ?? a.id) < (b.entries[0]?.at ?? b.id) ? -1 : 1))
  return inOrder.flatMap((thread): readonly ProtokollComment[] => {
    const entries = thread.entries.filter(entry => entry.deletedAt === undefined)
    if (entries.length === 0) return []
    const places = placeName(source, thread.place)
    return [{
      place: places.nb, places, quote: thread.place.kind === 'text' ? thread.place.quote : '',
      entries: entries.map(entry => ({ name: entry.author.name, role: entry.author.role, text: wordsOf(source.store, entry) })),
      resolution: thread.resolution?.why ?? null,
    }]
  })
}
