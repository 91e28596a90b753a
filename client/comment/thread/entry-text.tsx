import { type ReactNode } from 'react'
import { partsOf } from '../write/mention.ts'
import { usePanelSetting } from '../panel/setting.ts'

/** What somebody wrote, with the people it mentions by name; oneself stressed. */
export function EntryText ({ text }: { readonly text: string }): ReactNode {
  const { board, members } = usePanelSetting()
  const nameOf = (id: string): string | null => members.find(member => member.person.id === id)?.person.name ?? nameInThreads(board.threads.get().threads, id)
  return (
    <p className='ss-entry-text'>
      {partsOf(text, nameOf).map((part, index) => part.kind === 'words'
        ? part.text
        // The parts of one text, which is rendered anew when it changes.
        // oxlint-disable-next-line react/no-array-index-key
        : <span key={index} className='ss-mention' data-self={part.person.id === board.personId || undefined}>@{part.person.name}</span>)}
    </p>
  )
}

type Threads = ReturnType<ReturnType<typeof usePanelSetting>['board']['threads']['get']>['threads']

// Somebody who has left is still called what they were when they wrote here.
function nameInThreads (threads: Threads, id: string): string | null {
  for (const { entries } of threads) for (const { author } of entries) if (author.personId === id) return author.name
  return null
}
