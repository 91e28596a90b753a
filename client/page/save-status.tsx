import { CheckmarkCircleIcon, CloudSlashIcon, CloudUpIcon, ExclamationmarkTriangleIcon, LaptopIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { announce } from '../ui/announce.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { saveKindOf, tellOf, type SaveKind } from './save-kind.ts'
import './save-status.css'

/** Good news may come late, or the status would flicker at every key; bad news never does. */
const calmMs = 500
/** Saving that takes longer than this is told with its number of changes. */
const slowMs = 3_000

function useCalm (kind: SaveKind): SaveKind {
  const [shown, setShown] = useState(kind)
  useEffect(() => {
    const timer = setTimeout(() => { setShown(kind) }, kind === 'saved' && shown === 'saving' ? calmMs : 0)
    return () => { clearTimeout(timer) }
  }, [kind, shown])
  return kind === 'saved' ? shown : kind
}

function useSlow (kind: SaveKind): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => { setSlow(kind === 'saving') }, kind === 'saving' ? slowMs : 0)
    return () => { clearTimeout(timer) }
  }, [kind])
  return slow && kind === 'saving'
}

const icons: Readonly<Record<SaveKind, typeof CloudUpIcon>> = {
  opening: CloudUpIcon,
  noContent: CloudSlashIcon,
  saved: CheckmarkCircleIcon,
  savedOffline: CloudSlashIcon,
  saving: CloudUpIcon,
  waiting: LaptopIcon,
  unsafe: ExclamationmarkTriangleIcon,
}

/** Where what one typed is now. `readOnly`: there is nothing of one's own to save, so only trouble is told. It alone hears of each letter's way: the page around it does not. */
export function SaveStatusLine ({ session, readOnly }: { readonly session: Pick<LiveSession, 'status'>, readonly readOnly: boolean }): ReactNode {
  const t = useText('live')
  const status = useWatch(session.status)
  const real = saveKindOf(status)
  const kind = useCalm(real)
  const slow = useSlow(real)
  const count = Math.max(1, status.changes)
  const textOf = (of: SaveKind): string => {
    switch (of) {
      case 'saving': return slow ? t('savingSlow', { count }) : t('saving')
      case 'waiting': return t('waiting', { count })
      case 'unsafe': return t('unsafe', { count })
      default: return t(of)
    }
  }
  const said = useRef<SaveKind>('opening')
  useEffect(() => {
    const { told, say } = tellOf(said.current, real)
    said.current = told
    if (say) announce(real === 'saved' ? t('savedAgain') : textOf(real))
  })
  if (readOnly && (kind === 'saved' || kind === 'saving')) return null
  const Icon = icons[kind]
  const trouble = kind === 'unsafe' ? 'danger' : kind === 'waiting' || kind === 'savedOffline' || kind === 'noContent' || slow ? 'warning' : 'calm'
  return (
    <p className='ss-save' data-kind={kind} data-trouble={trouble}>
      <Icon aria-hidden='true' /><span className='ss-save-text'>{textOf(kind)}</span>
    </p>
  )
}
