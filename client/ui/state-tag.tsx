import { Tag } from '@digdir/designsystemet-react'
import type { State } from '@samskriv/shared/access'
import { type ReactNode } from 'react'
import { useNames } from '../i18n/index.ts'

const colorOf = { utkast: 'neutral', medbestemmelse: 'warning', låst: 'accent', levert: 'success' } as const

/** The state of a behovsmelding, by word first and colour second. */
export function StateTag ({ state }: { readonly state: State }): ReactNode {
  const names = useNames()
  return <Tag className='ss-state-tag' data-size='sm' data-color={colorOf[state]}>{names.state(state)}</Tag>
}
