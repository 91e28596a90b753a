import { project } from '@samskriv/shared/document'
import { check, type Finding } from '@samskriv/shared/rules'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useState } from 'react'
import type { LiveSession } from '../live/session.ts'

/** While others write, what is missing is looked at again this often at most. */
const everyMs = 700

/** What the rules find in the living text, kept up to date while it is shown. */
export function useFindings (template: Template, session: LiveSession): readonly Finding[] {
  const look = (): readonly Finding[] => check(template, project(template, session.doc).values)
  const [findings, setFindings] = useState(look)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = null
        setFindings(check(template, project(template, session.doc).values))
      }, everyMs)
    }
    session.doc.on('update', later)
    return () => {
      session.doc.off('update', later)
      if (timer !== null) clearTimeout(timer)
    }
  }, [template, session])
  return findings
}
