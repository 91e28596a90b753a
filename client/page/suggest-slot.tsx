import { suggestedOf } from '@samskriv/shared/document'
import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { Loading } from '../route/loading.tsx'
import type { SuggestPanelProps } from '../suggest/suggest-panel.tsx'
import type { SuggestedNotesProps } from '../suggest/suggested-notes.tsx'
import type { UndecidedListProps } from '../suggest/undecided-list.tsx'
import { later } from '../ui/later.tsx'

const SuggestPanel = later(async () => (await import('../suggest/suggest-panel.tsx')).SuggestPanel, 'suggest', 'compare', 'proposal')
const UndecidedList = later(async () => (await import('../suggest/undecided-list.tsx')).UndecidedList, 'suggest', 'compare', 'proposal')
const SuggestedNotes = later(async () => (await import('../suggest/suggested-notes.tsx')).SuggestedNotes, 'suggest', 'compare', 'proposal', 'editor')

/** The panel's list of suggestions, once its code has come. */
export function SuggestSlot (props: SuggestPanelProps): ReactNode {
  return <SuggestPanel waiting={<Loading />} {...props} />
}

/** What a version about to be made leaves out, once its code has come. */
export function UndecidedSlot (props: UndecidedListProps): ReactNode {
  return <UndecidedList {...props} />
}

/** Follows suggested answers once there is one; until then none of its code is fetched. */
export function SuggestedNotesSlot (props: SuggestedNotesProps): ReactNode {
  const map = suggestedOf(props.session.doc)
  const isAny = useSyncExternalStore(useCallback(changed => {
    map.observe(changed)
    return () => { map.unobserve(changed) }
  }, [map]), () => map.size > 0)
  return isAny ? <SuggestedNotes {...props} /> : null
}
