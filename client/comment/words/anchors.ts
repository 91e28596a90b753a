import { anchorsOf, richKeys, type Range } from '@samskriv/shared/comment'
import { removedOf, rootName } from '@samskriv/shared/document'
import * as Y from 'yjs'
import type { Watchable } from '../../live/session.ts'
import { watchable } from '../../live/watchable.ts'

/** Where a thread's words stand first: in which rich text, and how many letters into its line. */
export interface Standing { readonly key: string, readonly at: number }

/** Where the words of threads stand, by thread, in their order. */
export type Anchors = ReadonlyMap<string, Standing>

/** Follows the anchors. Told, and another map, whenever words have come, gone, or stand in another order or text; not for each letter before them. */
export interface AnchorWatch extends Watchable<Anchors> {
  /** Where they stand to the letter, as last read. */
  now(): Anchors
  close(): void
}

/** How long changes are gathered before their texts are read again, in ms: a thread that moves a little later is no harm, a letter that does is. */
const gatherMs = 200

const prefix = rootName.rich('')

// In which rich text something of Yjs lies; null: in none.
function richKeyOf (type: unknown, names: ReadonlyMap<unknown, string>): string | null {
  let at: unknown = type
  while (at instanceof Y.AbstractType) {
    const name = names.get(at)
    if (name !== undefined) return name
    at = at.parent
  }
  return null
}

function sameOrder (one: Anchors, other: Anchors): boolean {
  if (one.size !== other.size) return false
  const others = other.entries()
  for (const [thread, { key }] of one) {
    const [now, standing] = others.next().value ?? []
    if (now !== thread || standing?.key !== key) return false
  }
  return true
}

/** Follows where comments' words stand in the living document. Only texts in which something has changed are read again. */
export function openAnchors (doc: Y.Doc): AnchorWatch {
  const byKey = new Map<string, ReadonlyMap<string, readonly Range[]>>()
  const names = new Map<unknown, string>()
  const changed = new Set<string>()
  const removed: unknown = removedOf(doc)
  let timer: ReturnType<typeof setTimeout> | null = null

  const know = (): void => {
    for (const name of doc.share.keys()) {
      if (!name.startsWith(prefix)) continue
      const fragment = doc.getXmlFragment(name)
      if (names.has(fragment)) continue
      names.set(fragment, name.slice(prefix.length))
      changed.add(name.slice(prefix.length))
    }
  }
  const read = (): Anchors => {
    know()
    for (const key of changed) byKey.set(key, anchorsOf(doc.getXmlFragment(rootName.rich(key))))
    changed.clear()
    const shown = new Set(richKeys(doc))
    const all = new Map<string, Standing>()
    for (const [key, threads] of byKey) {
      if (!shown.has(key)) continue
      for (const [thread, ranges] of threads) {
        const [first] = ranges
        if (first !== undefined && !all.has(thread)) all.set(thread, { key, at: first.from })
      }
    }
    return all
  }
  let latest = read()
  const anchors = watchable<Anchors>(latest, sameOrder)
  const look = (): void => {
    timer = null
    latest = read()
    anchors.set(latest)
  }
  const hear = (transaction: Y.Transaction): void => {
    let isText = false
    for (const type of transaction.changed.keys()) {
      // A text nobody has looked at yet is a root whose name is not known here.
      const key = richKeyOf(type, names)
      if (key !== null) changed.add(key)
      isText = isText || key !== null || type === removed || type instanceof Y.XmlFragment || type instanceof Y.XmlText
    }
    if (isText) timer ??= setTimeout(look, gatherMs)
  }
  doc.on('afterTransaction', hear)
  return {
    get: () => anchors.get(),
    now: () => latest,
    watch: told => anchors.watch(told),
    close () {
      doc.off('afterTransaction', hear)
      if (timer !== null) clearTimeout(timer)
    },
  }
}
