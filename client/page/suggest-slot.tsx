import { lazy, Suspense, type ReactNode } from 'react'
import { Loading } from '../route/loading.tsx'
import type { SuggestPanelProps } from '../suggest/suggest-panel.tsx'
import type { UndecidedListProps } from '../suggest/undecided-list.tsx'

const SuggestPanel = lazy(async () => ({ default: (await import('../suggest/suggest-panel.tsx')).SuggestPanel }))
const UndecidedList = lazy(async () => ({ default: (await import('../suggest/undecided-list.tsx')).UndecidedList }))

/** The panel's list of suggestions, once its code has come. */
export function SuggestSlot (props: SuggestPanelProps): ReactNode {
  return <Suspense fallback={<Loading />}><SuggestPanel {...props} /></Suspense>
}

/** What a version about to be made leaves out, once its code has come. */
export function UndecidedSlot (props: UndecidedListProps): ReactNode {
  return <Suspense fallback={null}><UndecidedList {...props} /></Suspense>
}
