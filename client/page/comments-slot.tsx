import { Suspense, type ReactNode } from 'react'
import type { CommentsPanelProps } from '../comment/panel/comments-panel.tsx'
import { Loading } from '../route/loading.tsx'
import type { PageComments } from './use-comments.ts'

/** The panel's part with the comments, once their code and texts have come. */
export function CommentsSlot ({ comments, ...props }: Omit<CommentsPanelProps, 'board'> & { readonly comments: PageComments | null }): ReactNode {
  if (comments === null) return <Loading />
  const { board, parts: { CommentsPanel } } = comments
  return <Suspense fallback={<Loading />}><CommentsPanel {...props} board={board} /></Suspense>
}
