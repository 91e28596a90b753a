import { useCallback, useMemo, useState } from 'react'
import { store, stored } from '../ui/storage.ts'
import { useMedia } from '../ui/use-media.ts'

/** The panel: whether there is room for it beside the text (else it is a drawer), whether it is open, and which of its tabs is shown. */
export interface PanelState {
  readonly beside: boolean
  readonly open: boolean
  readonly shown: string
  readonly toggle: () => void
  readonly close: () => void
  /** Shows a tab, without opening the panel. */
  readonly onShow: (tab: string) => void
  /** Opens the panel on a tab. */
  readonly openOn: (tab: string) => void
}

const panelKey = 'samskriv.panel'
const tabKey = 'samskriv.panel-tab'

/** Whether the panel stands beside the text and which tab it shows, as chosen on this machine; where there is no room it is a drawer and starts closed. `first`: the tab to begin with. */
export function usePanel (first: string): PanelState {
  const beside = useMedia('(min-width: 84rem)')
  const [wanted, setWanted] = useState(() => stored(panelKey) !== 'closed')
  const [drawn, setDrawn] = useState(false)
  const [shown, setShown] = useState(() => stored(tabKey) ?? first)
  const open = beside ? wanted : drawn
  const setOpen = useCallback((next: boolean): void => {
    if (!beside) { setDrawn(next); return }
    store(panelKey, next ? null : 'closed')
    setWanted(next)
  }, [beside])
  const onShow = useCallback((tab: string): void => {
    store(tabKey, tab)
    setShown(tab)
  }, [])
  return useMemo(() => ({
    beside, open, shown, onShow,
    toggle: () => { setOpen(!open) },
    close: () => { setDrawn(false) },
    openOn: tab => { onShow(tab); setOpen(true) },
  }), [beside, open, shown, onShow, setOpen])
}
