import type { CommentPlace } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { usePlaceName } from '../../form/use-place-name.ts'
import { useLanguage, useText } from '../../i18n/index.ts'
import { usePanelSetting } from '../panel/setting.ts'

/** What a place is called: the whole, a section by its title, a field by its question and its tiltak. */
export function usePlaceLabel (): (place: CommentPlace, key?: string) => string {
  const t = useText('comment')
  const language = useLanguage()
  const { board: { template, session } } = usePanelSetting()
  const placeName = usePlaceName(template, session)
  return (place, key) => {
    if (place.kind === 'whole') return t('whole')
    if (place.kind === 'section') return template.sections.find(section => section.id === place.section)?.title[language] ?? t('placeGone')
    return placeName(key ?? place.key) ?? t('placeGone')
  }
}

/** What a thread is about: its words as they were then, or the place it is on; and that the words are gone when they are. */
export function ThreadPlace ({ place, standing, isGone, named }: { readonly place: CommentPlace, readonly standing?: string | undefined, readonly isGone: boolean, readonly named: boolean }): ReactNode {
  const t = useText('comment')
  const label = usePlaceLabel()
  return (
    <div className='ss-thread-place'>
      {(place.kind !== 'text' || named || isGone) && <p className='ss-thread-where'>{label(place, standing)}</p>}
      {isGone && <p className='ss-thread-lost'>{t('wordsGone')}</p>}
      {place.kind === 'text' && <blockquote className='ss-thread-quote' data-gone={isGone || undefined}>{place.quote}</blockquote>}
    </div>
  )
}
