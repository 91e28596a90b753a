import { Button } from '@digdir/designsystemet-react'
import { BulletListIcon, SidebarRightIcon } from '@navikt/aksel-icons'
import type { State } from '@samskriv/shared/access'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { Brand } from '../ui/brand.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import './top-bar.css'

/** What stands on top of a behovsmelding, always. `onOutline` null: the outline is seen anyhow. `undone`: things to look at in the panel; `unread`: threads with something one has not seen; `naming`: those of them where that names one. */
export interface TopBarProps {
  readonly title: string
  readonly state: State
  readonly status: ReactNode
  readonly people: ReactNode
  /** Writing or suggesting. */
  readonly mode: ReactNode
  readonly action: ReactNode
  readonly menu: ReactNode
  readonly panelOpen: boolean
  readonly undone: number
  readonly unread: number
  readonly naming: number
  readonly onOutline: (() => void) | null
  readonly onPanel: () => void
}

/** Title, state, save status, who is here, and the ways to everything else. */
export function TopBar (props: TopBarProps): ReactNode {
  const t = useText('live')
  const panel = [props.undone > 0 ? t('panelUndone', { count: props.undone }) : t('panel'), props.unread > 0 ? t('commentsUnread', { count: props.unread }) : [], props.naming > 0 ? t('commentsNaming', { count: props.naming }) : []].flat().join(', ')
  return (
    <header className='ss-top'>
      <Brand compact />
      {props.onOutline === null ? null : (
        <Button icon variant='tertiary' data-color='neutral' aria-label={t('outline')} title={t('outline')} onClick={props.onOutline}><BulletListIcon aria-hidden='true' /></Button>
      )}
      <div className='ss-top-what'>
        <span className='ss-top-title' title={props.title}>{props.title}</span>
        <span className='ss-top-facts'><StateTag state={props.state} />{props.status}</span>
      </div>
      {props.mode}
      <div className='ss-top-right'>
        {props.people}
        {props.action}
        <Button icon variant='tertiary' data-color='neutral' className='ss-top-panel' aria-label={panel} title={t('panel')} aria-expanded={props.panelOpen} onClick={props.onPanel}>
          <SidebarRightIcon aria-hidden='true' />
          {props.undone > 0 || props.unread > 0 ? <span className='ss-dot' data-tone={props.undone > 0 ? undefined : 'news'} aria-hidden='true' /> : null}
        </Button>
        {props.menu}
      </div>
    </header>
  )
}
