import type { Template } from '@samskriv/shared/template'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type { Board, CommentLayer, CommentsPanel, EarlyComment, openBoard } from '../comment/index.ts'
import { shortcutOf } from '../comment/layer/shortcuts.ts'
import type { Tally } from '../form/comments.ts'
import type { LiveSession } from '../live/session.ts'
import { useWatch } from '../ui/use-watch.ts'

interface CommentModule { readonly openBoard: typeof openBoard, readonly CommentsPanel: typeof CommentsPanel, readonly CommentLayer: typeof CommentLayer }

/** The comments of a behovsmelding: what keeps them, and what shows them. */
export interface PageComments { readonly board: Board, readonly parts: CommentModule }

const idle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 300)
    return () => { clearTimeout(timer) }
  }
  const handle = requestIdleCallback(work, { timeout: 1_500 })
  return () => { cancelIdleCallback(handle) }
}

/** Brings the comments once the text is here and the page has nothing better to do: what one reads first needs none of them. Null until then. */
export function useComments (session: LiveSession, personId: string, template: Template): PageComments | null {
  const loaded = useWatch(session.loaded)
  const [comments, setComments] = useState<PageComments | null>(null)
  useEffect(() => {
    if (!loaded) return
    let board: Board | null = null
    let stopped = false
    async function open (): Promise<void> {
      try {
        const parts = await import('../comment/index.ts')
        if (stopped) return
        board = parts.openBoard({ session, personId, template })
        setComments({ board, parts })
      } catch { /* without network there are no comments to show either; the next visit fetches them */ }
    }
    const forget = idle(() => { void open() })
    return () => {
      stopped = true
      forget()
      board?.close()
      setComments(null)
    }
  }, [session, personId, template, loaded])
  return comments
}

const nothing: Tally = { open: 0, unread: 0, naming: 0 }

/** Remembers that a comment was asked for by its key before what begins comments was there, code and texts: it is begun then. */
export function useEarlyComment (): RefObject<EarlyComment> {
  const earlyRef = useRef<EarlyComment>({ isHere: false, isAsked: false })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (earlyRef.current.isHere || shortcutOf(event) !== 'comment') return
      event.preventDefault()
      earlyRef.current.isAsked = true
    }
    document.addEventListener('keydown', press)
    return () => { document.removeEventListener('keydown', press) }
  }, [])
  return earlyRef
}

/** How many threads there are, all in all. */
export function useTotals (comments: PageComments | null): Tally {
  const board = comments?.board ?? null
  return useSyncExternalStore(useCallback(changed => board?.watchTallies(changed) ?? (() => undefined), [board]), () => board?.totals() ?? nothing)
}

/** Tells when somebody wants to see the comments. */
export function useWanted (comments: PageComments | null, open: () => void): void {
  const board = comments?.board ?? null
  useEffect(() => board?.wanted.watch(() => { if (board.wanted.get() !== null) open() }), [board, open])
}
