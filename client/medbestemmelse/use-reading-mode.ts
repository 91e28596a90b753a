import { useMemo, useState } from 'react'
import { useMedia } from '../ui/use-media.ts'

/** What is read: the frozen version, both, or the text as it is now. */
export type ReadingMode = 'frozen' | 'beside' | 'living'

/** How a version is read. `mode`: how it is shown, always one of those `offered`. */
export interface Reading {
  readonly mode: ReadingMode
  readonly offered: readonly ReadingMode[]
  readonly choose: (mode: ReadingMode) => void
}

/** What is chosen to be read. Both side by side only where there is room for two: where there is not it is the version, until there is again. */
export function useReadingMode (): Reading {
  const [chosen, choose] = useState<ReadingMode>('frozen')
  const roomForTwo = useMedia('(min-width: 64rem)')
  return useMemo(() => ({
    mode: roomForTwo || chosen !== 'beside' ? chosen : 'frozen',
    offered: roomForTwo ? ['frozen', 'beside', 'living'] : ['frozen', 'living'],
    choose,
  }), [chosen, roomForTwo])
}
