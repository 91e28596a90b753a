import { type ReactNode } from 'react'
import { Loading } from '../route/loading.tsx'
import type { SuggestPanelProps } from '../suggest/suggest-panel.tsx'
import type { UndecidedListProps } from '../suggest/undecided-list.tsx'
import { later } from '../ui/later.tsx'

const SuggestPanel = later(async () => (await import('../suggest/suggest-panel.tsx')).SuggestPanel, 'suggest')
const UndecidedList = later(async () => (await import('../suggest/undecided-list.tsx')).UndecidedList, 'suggest')

/** The panel's list of suggestions, once its code has come. */
export function SuggestSlot (props: SuggestPanelProps): ReactNode {
  return <SuggestPanel waiting={<Loading />} {...props} />
}

/** What a version about to be made leaves out, once its code has come. */
export function UndecidedSlot (props: UndecidedListProps): ReactNode {
  return <UndecidedList {...props} />
}
