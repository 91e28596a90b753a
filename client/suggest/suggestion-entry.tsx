import { Button } from '@digdir/designsystemet-react'
import type { Undecided, Verdict } from '@samskriv/shared/suggest'
import { type ReactNode } from 'react'
import { SuggestionActions, type Suggesting } from '../editor/index.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'

/** What one entry of the list shows. `place`: what people call the field; `onGo`: shows it in the text. */
export interface SuggestionEntryProps {
  readonly suggestion: Undecided
  readonly place: string
  readonly suggesting: Suggesting
  /** What it would do. */
  readonly what: string
  readonly onGo: () => void
  readonly onDecide: (verdict: Verdict) => void
}

/** One suggestion in the list: where, whose, what, and what can be done with it. */
export function SuggestionEntry ({ suggestion, place, suggesting, what, onGo, onDecide }: SuggestionEntryProps): ReactNode {
  const name = suggesting.nameOf(suggestion.by)
  return (
    <li className='ss-suggestion'>
      <p className='ss-suggestion__who'><PersonAvatar small name={name} color={suggesting.colorOf(suggestion.by)} /> {name}</p>
      <Button variant='tertiary' data-size='sm' className='ss-suggestion__go' onClick={onGo}><span className='ss-suggestion__place'>{place}</span><span className='ss-suggestion__words'>{what}</span></Button>
      <SuggestionActions suggestion={suggestion} suggesting={suggesting} what={what} onDecide={onDecide} />
    </li>
  )
}
