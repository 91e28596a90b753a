import type { Comparison } from '@samskriv/shared/compare'
import type { Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useState } from 'react'
import { compareAside } from '../compare/aside.ts'

/** What differs between two states, found off the main thread; null while it is looked for, or with one of them missing. */
export function useComparison (template: Template, before: Values | null, after: Values | null): Comparison | null {
  const [found, setFound] = useState<{ readonly before: Values, readonly after: Values, readonly comparison: Comparison } | null>(null)
  useEffect(() => {
    let here = true
    async function look (then: Values, now: Values): Promise<void> {
      const comparison = await compareAside(template, then, now)
      if (here) setFound({ before: then, after: now, comparison })
    }
    if (before !== null && after !== null) void look(before, after)
    return () => { here = false }
  }, [template, before, after])
  return found !== null && found.before === before && found.after === after ? found.comparison : null
}
