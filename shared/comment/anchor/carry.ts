import type * as Y from 'yjs'
import { richOf } from '../../document/index.ts'
import { richKeys } from './anchors.ts'
import { lettersFrom } from './letters.ts'
import { lineOf, placesIn, rangesOf } from './line.ts'
import { putMark } from './put.ts'

/**
 * Puts the comments' marks of one document on the same words of another that was made from it, or from an earlier state of it (a new
 * epoch, a version brought back). Run it inside a transaction of `to`. A thread whose words are not there gets none: it shows its quote.
 */
export function carryMarks (from: Y.Doc, to: Y.Doc): void {
  for (const key of richKeys(from)) {
    const old = lineOf(richOf(from, key))
    if (old.marks.size === 0) continue
    const now = lineOf(richOf(to, key))
    // Where nothing differs every letter stands where it stood. Words that somebody only suggests are not in a version.
    const places = old.words === now.words ? null : lettersFrom(old.words, now.words)
    for (const [thread, ranges] of old.marks) {
      const carried = places === null ? ranges : rangesOf([...placesIn(ranges)].map(place => places[place] ?? -1).filter(place => place >= 0))
      for (const range of carried) putMark(now, range, thread)
    }
  }
}
