import type { Template } from '@samskriv/shared/template'
import { useEffect, useState } from 'react'

/**
 * The form a behovsmelding fills in, in exactly its version. Null while it is on its way; `unknown` when this build does
 * not have it, which a newer build does.
 */
export function useTemplate (wanted: { readonly id: string, readonly version: number } | null): Template | 'unknown' | null {
  const [template, setTemplate] = useState<Template | 'unknown' | null>(null)
  const [id, version] = [wanted?.id, wanted?.version]
  useEffect(() => {
    let here = true
    if (id === undefined || version === undefined) return
    async function find (id: string, version: number): Promise<void> {
      const { templateOf } = await import('@samskriv/shared/template')
      if (here) setTemplate(templateOf(id, version) ?? 'unknown')
    }
    void find(id, version)
    return () => { here = false }
  }, [id, version])
  return template
}
