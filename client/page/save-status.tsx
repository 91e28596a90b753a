import { CheckmarkCircleIcon, CloudSlashIcon, CloudUpIcon, ExclamationmarkTriangleIcon, LaptopIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import type { SaveStatus } from '../live/session.ts'
import { announce } from '../ui/announce.tsx'
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

/** Where what one typed is now. `readOnly`: there is nothing of one's own to save, so only trouble is told. */
export function SaveStatusLine ({ status, readOnly }: { readonly status: SaveStatus, readonly readOnly: boolean }): ReactNode {
  const t = useText('live')
  const real = saveKindOf(status)
  const kind = useCalm(real)
  const slow = useSlow(real)
  const count = Math.max(1, status.changes)
  const texts: Readonly<Record<SaveKind, string>> = {
    opening: t('opening'),
    noContent: t('noContent'),
    saved: t('saved'),
    savedOffline: t('savedOffline'),
    saving: slow ? t('savingSlow', { count }) : t('saving'),
    waiting: t('waiting', { count }),
    unsafe: t('unsafe', { count }),
  }
  const said = useRef<SaveKind>('opening')
  useEffect(() => {
    const { told, say } = tellOf(said.current, real)
    said.current = told
    if (say) announce(real === 'saved' ? t('savedAgain') : texts[real])
  })
  if (readOnly && (kind === 'saved' || kind === 'saving')) return null
  const Icon = icons[kind]
  const trouble = kind === 'unsafe' ? 'danger' : kind === 'waiting' || kind === 'savedOffline' || kind === 'noContent' || slow ? 'warning' : 'calm'
  return (
    <p className='ss-save' data-kind={kind} data-trouble={trouble}>
      <Icon aria-hidden='true' /><span className='ss-save-text'>{texts[kind]}</span>
    </p>
  )
}
