import { addTallies, tallyOf, type Comparison, type Tally } from '@samskriv/shared/compare'
import { project, type Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useState } from 'react'
import { fetchVersion } from '../api/index.ts'
import { compareAside } from '../compare/aside.ts'
import type { LiveSession } from '../live/session.ts'

/** While others write, what has changed is counted again this much later: it is looked at now and then, not letter by letter. */
const everyMs = 1_500

/** How much differs in all. */
export function tallyOfAll (comparison: Comparison): Tally {
  return addTallies(comparison.sections.map(section => tallyOf(section.changes)))
}

const idle = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 500 })
  else work()
}

// Counts, and counts again when somebody has written. Gives the stop.
function follow (template: Template, session: LiveSession, before: Values, counted: (tally: Tally) => void): () => void {
  let here = true
  let busy = false
  let timer: ReturnType<typeof setTimeout> | null = null
  async function count (): Promise<void> {
    busy = true
    const tally = tallyOfAll(await compareAside(template, before, project(template, session.doc).values))
    busy = false
    if (here) counted(tally)
  }
  const look = (): void => {
    timer = null
    if (busy) later()
    else idle(() => { if (here && session.loaded.get()) void count() })
  }
  const later = (): void => { timer ??= setTimeout(look, everyMs) }
  look()
  const stopLoaded = session.loaded.watch(look)
  session.doc.on('update', later)
  return () => {
    here = false
    stopLoaded()
    session.doc.off('update', later)
    if (timer !== null) clearTimeout(timer)
  }
}

/** How much the living text differs from a version, kept up to date; null while that is not known. `version` null: nothing is counted. */
export function useChangedSince (template: Template, session: LiveSession, version: number | null): Tally | null {
  const [before, setBefore] = useState<{ readonly version: number, readonly values: Values } | null>(null)
  const [found, setFound] = useState<{ readonly version: number, readonly tally: Tally } | null>(null)
  useEffect(() => {
    let here = true
    async function bring (number: number): Promise<void> {
      const answer = await fetchVersion(session.behovsmelding, number)
      if (here && answer.ok) setBefore({ version: number, values: answer.value.values })
    }
    if (version !== null) void bring(version)
    return () => { here = false }
  }, [session.behovsmelding, version])
  useEffect(() => {
    if (before === null || before.version !== version) return undefined
    return follow(template, session, before.values, tally => { setFound({ version: before.version, tally }) })
  }, [template, session, before, version])
  return found !== null && found.version === version ? found.tally : null
}
