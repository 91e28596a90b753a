import type { Editor } from '@tiptap/core'
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useText } from '../../i18n/index.ts'
import { PersonAvatar } from '../../ui/person-avatar.tsx'
import type { Home } from '../home.ts'
import { SuggestionActions, useSayDecided } from './actions.tsx'
import { decideLive } from './decide-live.ts'
import { useSuggestionWords } from './suggestion-words.ts'
import type { Suggesting } from './suggesting.ts'
import { useSuggestionsAt } from './use-suggestions-at.ts'

interface Props {
  readonly editor: Editor
  readonly home: Home
  readonly fieldKey: string
  readonly suggesting: Suggesting
  /** What the text stands in. */
  readonly box: RefObject<HTMLElement | null>
}

/** What somebody suggests where the caret is, under the line one is on; Alt and Enter goes there, Escape back. */
export function SuggestionCard ({ editor, home, fieldKey, suggesting, box }: Props): ReactNode {
  const t = useText('editor')
  const words = useSuggestionWords()
  const card = useRef<HTMLDivElement>(null)
  const at = useSuggestionsAt(editor, home, fieldKey, box)
  const say = useSayDecided(suggesting)
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.altKey || card.current === null) return
      event.preventDefault()
      card.current.querySelector('button')?.focus()
    }
    const { dom } = editor.view
    dom.addEventListener('keydown', enter)
    return () => { dom.removeEventListener('keydown', enter) }
  }, [editor])
  if (at === null) return null
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    editor.view.focus()
  }
  return (
    // It holds buttons; the keys are heard on their way out of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      // A fieldset would be a form's.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      ref={card} className="ss-suggestion-card" role="group" aria-label={t('suggestionHere')} onKeyDown={leave} data-above={at.isAbove || undefined}
      style={{ '--ss-card-top': `${at.top}px`, '--ss-card-left': `${at.left}px` } as Record<`--${string}`, string>}
      // Pressing a button must not take the caret out of the text.
      onMouseDown={event => { event.preventDefault() }}
    >
      {at.suggestions.map(suggestion => (
        <div key={suggestion.key} className="ss-suggestion">
          <p className="ss-suggestion__who"><PersonAvatar small name={suggesting.nameOf(suggestion.by)} color={suggesting.colorOf(suggestion.by)} /> {suggesting.nameOf(suggestion.by)}</p>
          <p className="ss-suggestion__words">{words(suggestion)}</p>
          <SuggestionActions
            suggestion={suggestion} suggesting={suggesting}
            onDecide={verdict => { decideLive(home, [suggestion], verdict); say([suggestion], verdict); editor.view.focus() }}
          />
        </div>
      ))}
    </div>
  )
}
