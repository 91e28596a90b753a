import { project, type Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import type { VersionBody } from '@samskriv/shared/version'
import { useCallback, useEffect, useState } from 'react'
import { fetchVersion, type Failure, type Outcome } from '../api/index.ts'
import type { LiveSession } from '../live/session.ts'
import { useLoad } from '../ui/use-load.ts'

/** A version that is fetched. */
export interface SideState { readonly body: VersionBody | null, readonly failure: Failure | null, readonly again: () => void }

/** Fetches a version's content. `number` null fetches none. A version never changes, so what was asked for last is never shown for another. */
export function useVersion (id: string, number: number | null): SideState {
  const load = useCallback(async (): Promise<Outcome<VersionBody | null>> => number === null ? { ok: true, value: null } : await fetchVersion(id, number), [id, number])
  const { value, failure, again } = useLoad(load)
  return { body: value?.number === number ? value : null, failure, again: () => { void again() } }
}

/** While others write, the comparison follows this much later at most. */
const everyMs = 700

/** The living text as values, following what is written; null until it has come. */
export function useLivingValues (template: Template, session: LiveSession | null): Values | null {
  const [read, setRead] = useState<{ readonly of: LiveSession, readonly values: Values } | null>(null)
  useEffect(() => {
    if (session === null) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => { if (session.loaded.get()) setRead({ of: session, values: project(template, session.doc).values }) }
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = null
        look()
      }, everyMs)
    }
    look()
    const stopLoaded = session.loaded.watch(look)
    session.doc.on('update', later)
    return () => {
      stopLoaded()
      session.doc.off('update', later)
      if (timer !== null) clearTimeout(timer)
    }
  }, [template, session])
  return read !== null && read.of === session ? read.values : null
}
