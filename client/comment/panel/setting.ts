import { memberColor, type BehovsmeldingView } from '@samskriv/shared/api'
import { createContext, use } from 'react'
import type { Board } from '../board/board.ts'

/** What every card among the comments knows: the same object until something in it changes. */
export interface PanelSetting {
  readonly board: Board
  readonly members: BehovsmeldingView['members']
  /** Whether this person may say anything here now. */
  readonly mayComment: boolean
  /** Brings the words, or the place, of a thread into view; where the panel covers the text it gives way first. */
  readonly goTo: (thread: string) => void
  /** Gives the focus back to where one was in the form. */
  readonly leave: () => void
}

/** Gives the setting to the cards. */
export const PanelContext = createContext<PanelSetting | null>(null)

/** The panel a card stands in. A card outside one is a bug. */
export function usePanelSetting (): PanelSetting {
  const setting = use(PanelContext)
  if (setting === null) throw new Error('a comment outside the panel')
  return setting
}

/** The colour somebody has here. */
export function colorIn ({ members }: PanelSetting, personId: string): number { return memberColor(members, personId) }
