import { CheckmarkCircleIcon, CloudUpIcon, ExclamationmarkTriangleIcon, LaptopIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import { announce } from '../ui/announce.tsx'
import type { DraftState } from './draft.ts'
import '../page/save-status.css'

const icons = { server: CheckmarkCircleIcon, sending: CloudUpIcon, here: LaptopIcon, nowhere: ExclamationmarkTriangleIcon } as const
const trouble = { server: 'calm', sending: 'calm', here: 'warning', nowhere: 'danger' } as const

/** Where what one is about to say is now: on the server, on its way, on this machine, or in this tab alone. */
export function DraftLine ({ state: { kept, failure } }: { readonly state: DraftState }): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const away = failure === null || failure.code === 'unreachable'
  const why = failure === null || away ? '' : ` ${names.failure(failure)}`
  const texts = { server: t('draftKept'), sending: t('draftSending'), here: away ? t('draftHere') : `${t('draftHereBecause')}${why}`, nowhere: `${t('draftNowhere')}${why}` }
  const told = useRef(kept === 'sending' ? 'server' : kept)
  useEffect(() => {
    const before = told.current
    // On its way is neither good news nor bad.
    if (kept === before || kept === 'sending') return
    told.current = kept
    if (kept !== 'server' || before !== 'server') announce(texts[kept])
  })
  const Icon = icons[kept]
  return (
    <p className='ss-save' data-kind={kept === 'server' ? 'saved' : kept} data-trouble={trouble[kept]}>
      <Icon aria-hidden='true' /><span className='ss-save-text'>{texts[kept]}</span>
    </p>
  )
}
