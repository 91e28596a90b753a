import { suggestedOf } from '@samskriv/shared/document'
import { suggestedKey, suggestionAt } from '@samskriv/shared/suggest'
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { watchKeys } from '../live/watch-map.ts'
import { useForm } from '../setting.ts'
import { PeopleMark } from './people-mark.tsx'

/** Whether what one suggests oneself stands at a key: what one then sees in a field is not the answer. */
export function useIsOwnSuggestion (key: string): boolean {
  const { home, template, suggests } = useForm()
  const map = suggestedOf(home.doc)
  return useSyncExternalStore(
    useCallback(changed => suggests === null ? () => undefined : watchKeys(map, [suggestedKey(suggests, key)], changed), [map, suggests, key]),
    () => suggests !== null && map.has(suggestedKey(suggests, key)) && suggestionAt(template, home.doc, suggests, key) !== null,
  )
}

/** The room of an answer's control, with who else is in it. `isPlace`: nothing around it says which field it is. */
export function ControlBox ({ fieldKey, isPlace = false, children }: { readonly fieldKey: string, readonly isPlace?: boolean, readonly children: ReactNode }): ReactNode {
  const t = useText('form')
  const isSuggested = useIsOwnSuggestion(fieldKey)
  return (
    <div className="ss-control" data-key={isPlace ? fieldKey : undefined} data-suggested={isSuggested || undefined}>
      <PeopleMark fieldKey={fieldKey} />{children}
      {isSuggested && <span className="ss-unseen" id={elementId.suggested(fieldKey)}>{t('ownSuggestion')}</span>}
    </div>
  )
}
