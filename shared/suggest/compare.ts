import type { RefusalCode } from '../base/index.ts'
import { idOf, wasInside, type Clocks, type Gap } from './open-marks.ts'
import type { Without } from './without.ts'

type Owns = (client: number) => boolean

// An id: client and clock.
const partsOf = (id: string): readonly number[] => id.split('/').map(Number)

function isNew (id: string, clocks: Clocks): boolean {
  const [client = 0, clock = 0] = partsOf(id)
  return clock >= (clocks.get(client) ?? 0)
}

const isOwned = (id: string, owns: Owns): boolean => owns(partsOf(id)[0] ?? 0)

// Ends of marks that were not there before, between which words would come to lie that somebody is typing now.
function isLoose (before: Without, after: Without, clocks: Clocks, owns: Owns): boolean {
  const isTheirs = (id: string): boolean => isNew(id, clocks) || isOwned(id, owns)
  const isTrap = (gap: Gap): boolean => {
    const item = idOf(gap.item)
    return isTheirs(item) && isTheirs(gap.opened) && (isNew(item, clocks) || (isNew(gap.opened, clocks) && !wasInside(before.inside, gap)))
  }
  if (after.gaps.some(isTrap)) return true
  // A mark that was closed before and is open now has lost its end.
  return [...after.loose].some(id => !before.loose.has(id) && (id.startsWith('open') || isNew(id, clocks)))
}

/** Why what a person has made of a rich text is no suggestion of theirs, by how it reads without them before and after; null: it is. `clocks`: how far each had come before. `owns`: whether a client id is theirs. */
export function compare (before: Without, after: Without, clocks: Clocks, owns: Owns): RefusalCode | null {
  if (isLoose(before, after, clocks, owns)) return 'only-suggest'
  const isOther = (name: string): boolean => !before.marks.has(name) && !before.carried.has(name)
  const others = [...after.marks, ...after.carried].filter(isOther)
  if (others.some(name => name.startsWith('insertion') || name.startsWith('deletion'))) return 'foreign-author'
  // Others' mark that hangs on a beginning of this person's would go with it, or stay when the rest of it goes; and over other words it says what its owner never did.
  const isBroughtBack = (restores: string | null): boolean => restores !== null && !isNew(restores, clocks) && !isOwned(restores, owns)
  if ([...after.beginnings].some(([id, restores]) => isNew(id, clocks) && !isBroughtBack(restores))) return 'only-suggest'
  return after.isSound && others.length === 0 && after.rest === before.rest ? null : 'only-suggest'
}
