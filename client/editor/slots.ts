/** Most editors that stand ready at once. Each rebuilds its text for every change of anybody in it and hears every transaction. */
const most = 6

/** An editor that stands ready. `release` takes it down, or gives false when somebody needs it. */
interface Slot { release(): boolean }

const taken: Slot[] = []

/** Takes a place for an editor; the one longest unused gives way if there are too many. Gives the way to leave it. */
export function takeSlot (release: () => boolean): () => void {
  const slot: Slot = { release }
  taken.push(slot)
  const leave = (): void => {
    const at = taken.indexOf(slot)
    if (at >= 0) taken.splice(at, 1)
  }
  for (const old of taken.slice()) {
    if (taken.length <= most) break
    if (old !== slot && old.release()) taken.splice(taken.indexOf(old), 1)
  }
  return leave
}
