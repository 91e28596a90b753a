import type * as Y from 'yjs'
import type { Template } from '../template/index.ts'
import type { Author, Authorship, OwnerOf, Stretch } from './authorship.ts'
import { walk, type Piece } from './walk.ts'

/** Gives each author a place in a list. */
export interface Roll { readonly authors: readonly Author[], placeOf (author: Author | null): number }

/** Starts a list of authors. */
export function openRoll (): Roll {
  const places = new Map<string, number>()
  const authors: Author[] = []
  return {
    authors,
    placeOf (author) {
      if (author === null) return -1
      const name = `${author.how} ${author.personId}`
      const place = places.get(name) ?? authors.push(author) - 1
      places.set(name, place)
      return place
    },
  }
}

function stretchesOf (pieces: readonly Piece[], ownerOf: OwnerOf, roll: Roll): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { client, clock, length } of pieces) {
    for (const part of ownerOf(client, clock, length)) {
      const who = roll.placeOf(part.author)
      const last = stretches.at(-1)
      if (last !== undefined && last[1] === who) stretches[stretches.length - 1] = [last[0] + part.length, who]
      else stretches.push([part.length, who])
    }
  }
  return stretches
}

/** Who wrote what in a living text, by who owns its Yjs client ids. Reads only. */
export function authorsIn (template: Template, doc: Y.Doc, ownerOf: OwnerOf): Authorship {
  const roll = openRoll()
  const { texts, values } = walk(template, doc)
  return {
    texts: Object.fromEntries([...texts].map(([key, pieces]) => [key, stretchesOf(pieces, ownerOf, roll)])),
    values: Object.fromEntries([...values].map(([key, { client, clock }]) => [key, roll.placeOf(ownerOf(client, clock, 1)[0]?.author ?? null)])),
    authors: roll.authors,
  }
}
