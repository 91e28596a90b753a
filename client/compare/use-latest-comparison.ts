import type { Comparison } from '@samskriv/shared/compare'
import type { Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useRef, useState } from 'react'
import { compareAside } from './aside.ts'
import { createNewest, type Newest } from './newest.ts'

interface Sides { readonly template: Template, readonly before: Values, readonly after: Values }

/** What differs, found off the main thread. While somebody writes on, the comparison before stays until the next is found; null until the first is. */
export function useLatestComparison (template: Template, before: Values, after: Values): Comparison | null {
  const [comparison, setComparison] = useState<Comparison | null>(null)
  const newest = useRef<Newest<Sides> | null>(null)
  useEffect(() => {
    const made = createNewest((sides: Sides) => compareAside(sides.template, sides.before, sides.after), (_sides, found) => { setComparison(found) })
    newest.current = made
    return () => { made.stop() }
  }, [])
  useEffect(() => { newest.current?.ask({ template, before, after }) }, [template, before, after])
  return comparison
}
