import { Tabs } from '@digdir/designsystemet-react'
import { type KeyboardEvent, type ReactNode } from 'react'
import './side-panel.css'

/** One of the things that stand beside the text. `count`: how many there wait for somebody; `counted` says it in words. */
export interface PanelTab {
  readonly id: string
  readonly label: string
  readonly icon: ReactNode
  readonly count?: number
  /** Stands before the count: what is counted. */
  readonly sign?: string
  readonly counted?: string
  /** `calm`: the count is no news; `news`: it is new to this person. Else somebody should do something about it. */
  readonly tone?: 'calm' | 'news' | undefined
  readonly content: ReactNode
  /** There is nothing in it now. Its tab is there all the same: tabs and what they show are told apart by their order. */
  readonly hidden?: boolean
}

// The design system's own arrows stop at a tab that is hidden.
function moveAmongShown (event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]:not([hidden])')]
  const at = tabs.findIndex(tab => tab === document.activeElement)
  const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  event.stopPropagation()
  tabs[to]?.focus()
}

/** The panel beside the text: one thing at a time. */
export function SidePanel ({ tabs, shown, onShow }: { readonly tabs: readonly PanelTab[], readonly shown: string, readonly onShow: (id: string) => void }): ReactNode {
  // Chosen on another day, of other things there were.
  const value = tabs.some(tab => tab.id === shown && tab.hidden !== true) ? shown : tabs[0]?.id ?? ''
  return (
    <Tabs className='ss-panel' data-size='sm' value={value} onChange={onShow}>
      <Tabs.List onKeyDownCapture={moveAmongShown}>
        {tabs.map(({ id, label, icon, count = 0, sign = '', counted, tone, hidden = false }) => (
          <Tabs.Tab key={id} value={id} hidden={hidden}>
            <span className='ss-tab-icon' aria-hidden='true'>{icon}{count > 0 ? <span className='ss-tab-count' data-tone={tone}>{sign}{count > 99 ? '99+' : count}</span> : null}</span>
            <span className='ss-tab-name'>{label}{count > 0 && counted !== undefined ? <span className='ss-unseen'> {counted}</span> : null}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(tab => <Tabs.Panel key={tab.id} value={tab.id}>{tab.content}</Tabs.Panel>)}
    </Tabs>
  )
}
