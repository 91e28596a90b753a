import { noMemory, type MarkMemory } from '@samskriv/shared/comment'

/** Behovsmeldinger whose marks are remembered at once, those looked at last: each is at most as large as its text. */
const mostKept = 200

/** Where the marks of each behovsmelding stood when they were last in order. In memory only: after a start the threads' own quotes are what there is. */
export interface MarkMemories {
  of(behovsmelding: string, epoch: number): MarkMemory
  keep(behovsmelding: string, epoch: number, memory: MarkMemory): void
}

/** Nothing remembered yet. */
export function createMarkMemories (): MarkMemories {
  const kept = new Map<string, { readonly epoch: number, readonly memory: MarkMemory }>()
  return {
    of (behovsmelding, epoch) {
      const found = kept.get(behovsmelding)
      return found?.epoch === epoch ? found.memory : noMemory
    },
    keep (behovsmelding, epoch, memory) {
      kept.delete(behovsmelding)
      if (kept.size >= mostKept) for (const oldest of kept.keys()) { kept.delete(oldest); break }
      kept.set(behovsmelding, { epoch, memory })
    },
  }
}
