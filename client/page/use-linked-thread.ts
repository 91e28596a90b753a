import { threadInHash } from '@samskriv/shared/api'
import { useEffect } from 'react'
import type { PageComments } from './use-comments.ts'

/** Opens the thread that the address names (`pagePath.thread`), once the threads are here. It is named once: a reload opens nothing. */
export function useLinkedThread (comments: PageComments | null): void {
  const board = comments?.board ?? null
  useEffect(() => {
    if (board === null) return undefined
    const look = (): void => {
      const id = threadInHash(location.hash)
      if (id === null || !board.threads.get().loaded) return
      history.replaceState(history.state, '', location.pathname + location.search)
      if (board.threads.at(id) !== undefined) board.want(id)
    }
    look()
    const stop = board.threads.watch(look)
    window.addEventListener('hashchange', look)
    return () => {
      stop()
      window.removeEventListener('hashchange', look)
    }
  }, [board])
}
