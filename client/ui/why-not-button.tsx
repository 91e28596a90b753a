import { Button, type ButtonProps } from '@digdir/designsystemet-react'
import type { Refusal } from '@samskriv/shared/base'
import { useId, type ReactNode } from 'react'
import { useNames } from '../i18n/index.ts'

/** A button that may be grey. `whyNot` null: it works. `label`: what it is called when it shows an icon only. */
export interface WhyNotButtonProps extends Omit<ButtonProps, 'children' | 'onClick'> {
  readonly whyNot: Refusal | null
  readonly label?: string
  readonly onClick: () => void
  readonly children: ReactNode
}

/**
 * A button that, when it cannot be used, stays reachable by keyboard and says why, to the eye by its tooltip and to a
 * screen reader by its description: a disabled button would be skipped and silent.
 */
export function WhyNotButton ({ whyNot, label, onClick, children, ...rest }: WhyNotButtonProps): ReactNode {
  const names = useNames()
  const id = useId()
  const why = whyNot === null ? undefined : names.failure(whyNot)
  return (
    <>
      <Button {...rest} aria-label={label} title={why ?? label} aria-disabled={why !== undefined || undefined} aria-describedby={why === undefined ? undefined : id} onClick={() => { if (why === undefined) onClick() }}>
        {children}
      </Button>
      {why === undefined ? null : <span id={id} hidden>{why}</span>}
    </>
  )
}
