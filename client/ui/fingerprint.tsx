import { type ReactNode } from 'react'
import { shortHash } from '../frozen/hash.ts'
import { CopyButton } from './copy-button.tsx'
import './fingerprint.css'

/** A fingerprint: what it is called, its beginning (or the whole), and the whole to copy. `copyLabel` says of what it is. */
export function Fingerprint ({ hash, label, copyLabel, whole = false }: { readonly hash: string, readonly label?: string, readonly copyLabel: string, readonly whole?: boolean }): ReactNode {
  return (
    <p className='ss-hash'>
      {label === undefined ? null : <span className='ss-quiet'>{label} </span>}
      <code title={whole ? undefined : hash}>{whole ? hash : shortHash(hash)}</code>
      <CopyButton iconOnly variant='tertiary' text={hash} label={copyLabel} />
    </p>
  )
}
