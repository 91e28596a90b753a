import { type Atomic, valuesOf } from '@samskriv/shared/document'
import type { Home } from '../../editor/index.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Sets or clears (undefined) an atomic value as one's own change. What is the same already is not written again. */
export function setValue ({ doc, origin }: Pick<Home, 'doc' | 'origin'>, key: string, value: Atomic | undefined): void {
  const map = valuesOf(doc)
  if (same(map.get(key), value)) return
  doc.transact(() => {
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }, origin)
}

/** Does one thing that is undone alone: it never melts together with what was typed just before or after. */
export function asOneStep<T> ({ doc, origin, undo }: Pick<Home, 'doc' | 'origin' | 'undo'>, work: () => T): T {
  undo.stopCapturing()
  const result = doc.transact(work, origin)
  undo.stopCapturing()
  return result
}
