import { encodeEntry } from '@samskriv/server/live/entry.ts'
import { contentRoom } from '@samskriv/server/live/index.ts'
import { signInLink } from '@samskriv/server/people/index.ts'
import { openEmbeddedStore } from '@samskriv/server/store/embedded/index.ts'
import type { Change, Store } from '@samskriv/server/store/port/index.ts'
import { membershipId } from '@samskriv/shared/workflow'
import type { Place } from './peer.ts'

/** The id of a document, and of a person, in the place. */
export const documentId = (document: number): string => `fart${String(document).padStart(8, '0')}`
const personId = (person: number): string => `deltaker${String(person).padStart(4, '0')}`

function people (count: number, at: string): Change[] {
  return Array.from({ length: count }, (_, index) => ({
    table: 'people', put: { id: personId(index), name: `Deltaker ${index}`, language: 'nb', admin: false, mayStart: true, createdAt: at },
  }))
}

function documents (place: Place, at: string): Change[] {
  return Array.from({ length: place.documents }, (_, index): Change[] => {
    const id = documentId(index)
    return [
      {
        table: 'behovsmeldinger',
        put: { id, title: `Måling ${index}`, template: { id: 'nordland-2024', version: 1 }, state: 'utkast', epoch: 1, createdBy: personId(0), createdAt: at, changedAt: at },
      },
      ...Array.from({ length: place.people }, (_, person): Change => ({
        table: 'memberships', put: { id: membershipId(id, personId(person)), behovsmelding: id, personId: personId(person), role: 'eier', since: at },
      })),
    ]
  }).flat()
}

// One append each, as turns of the server would bring them, many on their way at a time.
async function fillJournal (store: Store, place: Place): Promise<void> {
  for (let document = 0; document < place.documents; document++) {
    let onTheirWay: Promise<void>[] = []
    for (const [index, update] of (place.content?.(document) ?? []).entries()) {
      const bytes = encodeEntry([{ personId: personId(0), isReply: false, update }])
      onTheirWay.push(store.append([{ room: contentRoom(documentId(document), 1), position: index + 1, bytes }]))
      if (onTheirWay.length === 500) { await Promise.all(onTheirWay); onTheirWay = [] }
    }
    await Promise.all(onTheirWay)
  }
  await store.sync()
}

const silent = (): void => undefined

/** Puts a place into an empty data folder, through the store. Gives a one-time sign-in path per person. */
export async function seed (folder: string, place: Place): Promise<string[]> {
  const store = await openEmbeddedStore({ folder, log: { info: silent, warn: console.error, error: console.error } })
  try {
    const now = Date.now()
    const at = new Date(now).toISOString()
    const links = Array.from({ length: place.people }, (_, person) => signInLink(personId(person), now, ''))
    await store.commit({ changes: [...people(place.people, at), ...documents(place, at), ...links.map(({ record }) => ({ table: 'links', put: record }) as const), ...place.changes?.() ?? []] })
    await fillJournal(store, place)
    return links.map(({ link }) => link)
  } finally {
    await store.close()
  }
}
