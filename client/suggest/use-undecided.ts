import { rootName } from '@samskriv/shared/document'
import { undecidedAt, undecidedChanges, undecidedIn, type Undecided } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { LiveSession } from '../live/session.ts'

/** How long it is quiet before suggestions are counted again, ms, and the longest that waits while people write. */
const quietMs = 300
const longestMs = 1_500

interface Undecideds { readonly get: () => readonly Undecided[], readonly watch: (changed: () => void) => () => void }

// What else says which suggestions there are.
const other = new Set<string>([rootName.removed, rootName.items, rootName.suggested])

const known = new WeakMap<Y.Doc, Undecideds>()

// Only texts that changed are read anew: nobody pays for a whole behovsmelding with each letter.
function makeUndecided (template: Template, doc: Y.Doc): Undecideds {
  const watchers = new Set<() => void>()
  let all = undecidedIn(template, doc)
  let text = JSON.stringify(all)
  let waiting: ReturnType<typeof setTimeout> | null = null
  let since = 0
  let isAny = all.length > 0
  const touched = new Set<string>()

  const look = (): void => {
    waiting = null
    since = 0
    isAny ||= [...touched].some(key => undecidedAt(doc, key).length > 0) || undecidedChanges(template, doc).length > 0
    touched.clear()
    const now = isAny ? undecidedIn(template, doc) : []
    isAny = now.length > 0
    const nowText = JSON.stringify(now)
    if (nowText === text) return
    all = now
    text = nowText
    for (const changed of watchers) changed()
  }
  const later = (): void => {
    const now = performance.now()
    if (since === 0) since = now
    if (waiting !== null) clearTimeout(waiting)
    waiting = setTimeout(look, Math.max(0, Math.min(quietMs, since + longestMs - now)))
  }
  const hear = (transaction: Y.Transaction): void => {
    const prefix = rootName.rich('')
    let isText = false
    for (const [name, root] of doc.share) {
      if (!transaction.changedParentTypes.has(root as never)) continue
      if (name.startsWith(prefix)) touched.add(name.slice(prefix.length))
      isText ||= name.startsWith(prefix) || other.has(name)
    }
    if (isText) later()
  }
  return {
    get: () => all,
    watch (changed) {
      if (watchers.size === 0) {
        doc.on('afterTransaction', hear)
        isAny = true
        later()
      }
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
        if (watchers.size > 0) return
        doc.off('afterTransaction', hear)
        if (waiting !== null) clearTimeout(waiting)
      }
    },
  }
}

/** The undecided suggestions of a behovsmelding, some moments late; the same array until they change. */
export function useUndecided (template: Template, session: Pick<LiveSession, 'doc'>): readonly Undecided[] {
  const { doc } = session
  const source = useMemo(() => {
    const found = known.get(doc) ?? makeUndecided(template, doc)
    known.set(doc, found)
    return found
  }, [template, doc])
  return useSyncExternalStore(source.watch, source.get)
}
