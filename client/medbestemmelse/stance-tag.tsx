import { Tag } from '@digdir/designsystemet-react'
import type { Stance } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useRoundWords } from './use-words.ts'

// Nobody is wrong here: to disagree is not an error, so it is not red.
const colorOf = { 'enig': 'success', 'uenig': 'warning', 'ikke-uttalt': 'neutral' } as const

/** What somebody says, by word first and colour second. */
export function StanceTag ({ stance }: { readonly stance: Stance }): ReactNode {
  const words = useRoundWords()
  return <Tag data-size='sm' className='ss-stance-tag' data-color={colorOf[stance]}>{words.stance(stance)}</Tag>
}
