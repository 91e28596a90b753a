import { project } from '@samskriv/shared/document'
import { groundOf, standingOf, type ProposedChange, type Standing } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useRef, useState } from 'react'
import type { LiveSession } from '../live/session.ts'
import type { OpenChange } from './open-change.ts'

/** While others write, how proposals stand is looked at again this much later at most. */
const everyMs = 700

interface Known { readonly change: ProposedChange, readonly ground: string, readonly standing: Standing }
type Open = readonly Pick<OpenChange, 'id' | 'change'>[]

/** How each open change stands against the living text, by its id; kept up to date, some moments late. Nothing is looked at while there are none. */
export function useStandings (template: Template, session: Pick<LiveSession, 'doc' | 'loaded'>, open: Open): ReadonlyMap<string, Standing> {
  const [standings, setStandings] = useState<ReadonlyMap<string, Standing>>(new Map())
  const known = useRef(new Map<string, Known>())
  const asked = useRef(open)
  const soon = useRef<(() => void) | null>(null)
  const isAny = open.length > 0
  useEffect(() => {
    if (!isAny) return undefined
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => {
      timer = null
      if (!session.loaded.get()) return
      const { values } = project(template, session.doc)
      const before = known.current
      known.current = new Map(asked.current.map(({ id, change }) => {
        const ground = groundOf(template, values, change)
        const was = before.get(id)
        return [id, was?.ground === ground && was.change === change ? was : { change, ground, standing: standingOf(template, values, change) }]
      }))
      const isSame = known.current.size === before.size && [...known.current].every(([id, one]) => before.get(id)?.standing === one.standing)
      if (!isSame) setStandings(new Map([...known.current].map(([id, { standing }]) => [id, standing])))
    }
    const later = (): void => { timer ??= setTimeout(look, everyMs) }
    soon.current = later
    look()
    const stopLoaded = session.loaded.watch(look)
    session.doc.on('update', later)
    return () => {
      soon.current = null
      stopLoaded()
      session.doc.off('update', later)
      if (timer !== null) clearTimeout(timer)
    }
  }, [template, session, isAny])
  useEffect(() => {
    asked.current = open
    soon.current?.()
  }, [open])
  return standings
}
