import { project } from '@samskriv/shared/document'
import { groundOf, standingOf, type Standing } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useRef, useState } from 'react'
import type { LiveSession } from '../live/session.ts'
import type { OpenChange } from './open-change.ts'

/** While others write, how proposals stand is looked at again this much later at most. */
const everyMs = 700

interface Known { readonly ground: string, readonly standing: Standing }

/** How each open change stands against the living text, by its id; kept up to date. Nothing is looked at while there are none. */
export function useStandings (template: Template, session: Pick<LiveSession, 'doc' | 'loaded'>, open: readonly Pick<OpenChange, 'id' | 'change'>[]): ReadonlyMap<string, Standing> {
  const [standings, setStandings] = useState<ReadonlyMap<string, Standing>>(new Map())
  const known = useRef(new Map<string, Known>())
  useEffect(() => {
    if (open.length === 0) return undefined
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => {
      timer = null
      if (!session.loaded.get()) return
      const { values } = project(template, session.doc)
      const before = known.current
      known.current = new Map(open.map(({ id, change }) => {
        const ground = groundOf(template, values, change)
        const was = before.get(id)
        return [id, was?.ground === ground ? was : { ground, standing: standingOf(template, values, change) }]
      }))
      const isSame = known.current.size === before.size && [...known.current].every(([id, one]) => before.get(id) === one)
      if (!isSame) setStandings(new Map([...known.current].map(([id, { standing }]) => [id, standing])))
    }
    const later = (): void => { timer ??= setTimeout(look, everyMs) }
    known.current = new Map()
    look()
    const stopLoaded = session.loaded.watch(look)
    session.doc.on('update', later)
    return () => {
      stopLoaded()
      session.doc.off('update', later)
      if (timer !== null) clearTimeout(timer)
    }
  }, [template, session, open])
  return standings
}
