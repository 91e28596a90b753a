import { draftKey, keepHere, keptHere } from '../../medbestemmelse/kept-here.ts'

// An entry for each comment begun, so that two tabs do not write over each other. Asked about and wiped at sign-out, as all drafts are.
const part = (id: string): string => `comment.${id}`

function idsOf (personId: string, behovsmelding: string): readonly string[] {
  const start = draftKey(personId, behovsmelding, part(''))
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(start)).map(key => key.slice(start.length))
  } catch {
    // A browser that forbids storage has kept nothing.
    return []
  }
}

/** Keeps on this machine what somebody has begun to write in a comment, or (null) forgets it. False: the browser would not. */
export function keepDraft (personId: string, behovsmelding: string, id: string, value: unknown): boolean {
  return keepHere(draftKey(personId, behovsmelding, part(id)), value === null ? null : JSON.stringify(value))
}

/** Everything kept for a person in a behovsmelding, as it was put there. */
export function keptDrafts (personId: string, behovsmelding: string): readonly unknown[] {
  return idsOf(personId, behovsmelding).flatMap(id => {
    try {
      return [JSON.parse(keptHere(draftKey(personId, behovsmelding, part(id))) ?? 'null')].filter(value => value !== null)
    } catch {
      return []
    }
  })
}
