import { Button } from '@digdir/designsystemet-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../../i18n/index.ts'

interface Props {
  /** What was removed, in words. */
  readonly text: string
  readonly undo: () => void
  readonly dismiss: () => void
}

/** Says what was removed, with the way back under the focus. It stays until one has done with it: nobody is hurried. */
export function RemovedNotice ({ text, undo, dismiss }: Props): ReactNode {
  const t = useText('form')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => { button.current?.focus() }, [])
  return (
    <div className="ss-removed">
      <output>{text}</output>
      <Button ref={button} variant="secondary" data-size="sm" onClick={undo}>{t('undo')}</Button>
      <Button variant="tertiary" data-size="sm" data-color="neutral" onClick={dismiss}>{t('dismiss')}</Button>
    </div>
  )
}
