import { project } from '@samskriv/shared/document'
import { check, type Finding } from '@samskriv/shared/rules'
import type { Template } from '@samskriv/shared/template'
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** How long it is quiet before the rules look at the text again, in ms: they read all of it. */
const quietMs = 400
/** Longest the rules wait while people write without a pause, in ms. */
const longestMs = 2000

/** What the rules find in the living document, some moments late. */
export interface Findings {
  /** All of them: the same array until they change. */
  all(): readonly Finding[]
  /** Those of one field: the same array until they change. */
  at(key: string): readonly Finding[]
  watch(changed: () => void): () => void
}

const none: readonly Finding[] = []
const known = new WeakMap<Y.Doc, Findings>()

function makeFindings (template: Template, doc: Y.Doc): Findings {
  let all: readonly Finding[] = none
  let byKey = new Map<string, readonly Finding[]>()
  let text = '[]'
  let waiting: ReturnType<typeof setTimeout> | null = null
  let since = 0
  const watchers = new Set<() => void>()

  const look = (): void => {
    waiting = null
    since = 0
    const found = check(template, project(template, doc).values)
    const foundText = JSON.stringify(found)
    if (foundText === text) return
    const before = byKey
    all = found
    text = foundText
    byKey = new Map()
    for (const finding of found) byKey.set(finding.key, [...byKey.get(finding.key) ?? [], finding])
    for (const [key, findings] of byKey) {
      const old = before.get(key)
      if (old !== undefined && JSON.stringify(old) === JSON.stringify(findings)) byKey.set(key, old)
    }
    for (const changed of watchers) changed()
  }
  const later = (): void => {
    const now = performance.now()
    if (since === 0) since = now
    if (waiting !== null) clearTimeout(waiting)
    waiting = setTimeout(soon, Math.max(0, Math.min(quietMs, since + longestMs - now)))
  }
  const soon = (): void => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(look, { timeout: 500 })
    else look()
  }
  return {
    all: () => all,
    at: key => byKey.get(key) ?? none,
    watch (changed) {
      if (watchers.size === 0) {
        doc.on('update', later)
        later()
      }
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
        if (watchers.size > 0) return
        doc.off('update', later)
        if (waiting !== null) clearTimeout(waiting)
      }
    },
  }
}

/** The findings of a document: one look for all who ask. */
export function findingsOf (template: Template, doc: Y.Doc): Findings {
  const found = known.get(doc)
  if (found !== undefined) return found
  const made = makeFindings(template, doc)
  known.set(doc, made)
  return made
}

const unwatched = (): (() => void) => () => undefined

/** What the rules find at a field; nothing where nobody can do anything about it (`off`). */
export function useFindings (template: Template, doc: Y.Doc, key: string, off: boolean): readonly Finding[] {
  const findings = findingsOf(template, doc)
  const watch = useCallback((changed: () => void) => findings.watch(changed), [findings])
  return useSyncExternalStore(off ? unwatched : watch, () => off ? none : findings.at(key))
}
