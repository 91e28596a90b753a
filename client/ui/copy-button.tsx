import { Button } from '@digdir/designsystemet-react'
import { CheckmarkIcon, FilesIcon } from '@navikt/aksel-icons'
import { useEffect, useState, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { announce } from './announce.tsx'

/** What a copy button copies and is called. `label` is seen, or, with `iconOnly`, heard. */
export interface CopyButtonProps {
  readonly text: string
  readonly label: string
  readonly iconOnly?: boolean
  readonly variant?: 'primary' | 'secondary' | 'tertiary'
}

/** How long the button tells that it has copied, in ms. */
const toldMs = 3_000

/** Copies a text and says so: by a tick on the button, whose words and width stay as they are, and to a screen reader. */
export function CopyButton ({ text, label, iconOnly = false, variant = 'secondary' }: CopyButtonProps): ReactNode {
  const t = useText('shell')
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  useEffect(() => {
    if (copied === 'no') return
    const timer = setTimeout(() => { setCopied('no') }, toldMs)
    return () => { clearTimeout(timer) }
  }, [copied])
  async function copy (): Promise<void> {
    const done = await writeClipboard(text)
    setCopied(done ? 'yes' : 'failed')
    announce(done ? t('copied') : t('copyFailed'))
  }
  const shown = copied === 'failed' ? t('copyFailed') : label
  return (
    <Button
      variant={variant} data-size='sm' icon={iconOnly} aria-label={iconOnly ? shown : undefined} title={iconOnly ? shown : undefined}
      onClick={() => { void copy() }}
    >
      {copied === 'yes' ? <CheckmarkIcon aria-hidden='true' /> : <FilesIcon aria-hidden='true' />}
      {iconOnly ? null : shown}
    </Button>
  )
}

/** Puts a text on the clipboard; false when the browser will not. */
export async function writeClipboard (text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
