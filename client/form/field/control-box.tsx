import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { suggestedKey } from '@samskriv/shared/suggest'
import { suggestedOf } from '@samskriv/shared/document'
import { watchKeys } from '../live/watch-map.ts'
import { useForm } from '../setting.ts'
import { PeopleMark } from './people-mark.tsx'

// Whether what one sees in a field is what one suggests oneself.
function useIsOwnSuggestion (key: string): boolean {
  const { home, answers, suggesting } = useForm()
  const name = suggesting === undefined || answers === home ? null : suggestedKey(suggesting.personId, key)
  const map = suggestedOf(home.doc)
  return useSyncExternalStore(
    useCallback(changed => name === null ? () => undefined : watchKeys(map, [name], changed), [map, name]),
    () => name !== null && map.has(name),
  )
}

/** The room of an answer's control, with who else is in it. `isPlace`: nothing around it says which field it is. */
export function ControlBox ({ fieldKey, isPlace = false, children }: { readonly fieldKey: string, readonly isPlace?: boolean, readonly children: ReactNode }): ReactNode {
  const isSuggested = useIsOwnSuggestion(fieldKey)
  return (
    <div className="ss-control" data-key={isPlace ? fieldKey : undefined} data-suggested={isSuggested || undefined}>
      <PeopleMark fieldKey={fieldKey} />{children}
    </div>
  )
}
