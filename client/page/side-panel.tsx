import { Tabs, Tag } from '@digdir/designsystemet-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import './side-panel.css'

/** What the panel beside the text shows. `leftovers`: how many are waiting for somebody. */
export interface SidePanelProps {
  readonly versions: ReactNode
  readonly people: ReactNode
  readonly intake: ReactNode
  readonly leftovers: number
}

/** Versions, people, and what was taken in: one at a time. */
export function SidePanel ({ versions, people, intake, leftovers }: SidePanelProps): ReactNode {
  const t = useText('live')
  const [tab, setTab] = useState(leftovers > 0 ? 'intake' : 'people')
  return (
    <Tabs className='ss-panel' data-size='sm' value={tab} onChange={setTab}>
      <Tabs.List>
        <Tabs.Tab value='people'>{t('tabPeople')}</Tabs.Tab>
        <Tabs.Tab value='versions'>{t('tabVersions')}</Tabs.Tab>
        <Tabs.Tab value='intake'>{t('tabIntake')}{leftovers > 0 ? <Tag data-size='sm' data-color='warning' className='ss-tab-count'>{leftovers}</Tag> : null}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value='people'>{people}</Tabs.Panel>
      <Tabs.Panel value='versions'>{versions}</Tabs.Panel>
      <Tabs.Panel value='intake'>{intake}</Tabs.Panel>
    </Tabs>
  )
}
