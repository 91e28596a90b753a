import { readRichText, type Reading, type RichTextNode } from '@samskriv/shared/rich-text'
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** Least time between two renderings of a text that others write in and nobody here has an editor on, in ms. */
const leastMs = 150

interface Reader { readonly get: () => RichTextNode | null, readonly watch: (changed: () => void) => () => void }

function makeReader (fragment: Y.XmlFragment, reading: Reading): Reader {
  let node: RichTextNode | null | undefined
  return {
    get: () => {
      if (node === undefined) node = readRichText(fragment, reading)
      return node
    },
    watch (changed) {
      let waiting: ReturnType<typeof setTimeout> | null = null
      let last = 0
      // What changed between the first rendering and now is read anew.
      node = undefined
      const tell = (): void => {
        waiting = null
        last = performance.now()
        node = undefined
        changed()
      }
      const hear = (): void => {
        waiting ??= setTimeout(tell, Math.max(0, leastMs - (performance.now() - last)))
      }
      fragment.observeDeep(hear)
      return () => {
        fragment.unobserveDeep(hear)
        if (waiting !== null) clearTimeout(waiting)
      }
    },
  }
}

/** What a fragment holds, as plain data, with where comments and suggestions stand if they are read; null when it says nothing. Renders again at most every 150 ms. */
export function useRichText (fragment: Y.XmlFragment, reading: Reading): RichTextNode | null {
  const reader = useMemo(() => makeReader(fragment, reading), [fragment, reading])
  return useSyncExternalStore(reader.watch, reader.get)
}
