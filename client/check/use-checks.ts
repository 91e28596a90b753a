import type { KnownHash } from '@samskriv/shared/api'
import { useCallback, useRef, useState } from 'react'
import { checkHash, type Failure } from '../api/index.ts'
import { hashFile } from './hash-file.ts'
import type { Inside } from './look-inside.ts'

/** Something that was asked about. `name` null: a fingerprint without a file. `inside`: of a package not known as a whole. */
export interface Check {
  readonly id: number
  readonly name: string | null
  readonly hash: string | null
  readonly outcome:
    | { readonly kind: 'asking' | 'too-large' | 'unreadable' }
    | { readonly kind: 'failed', readonly failure: Failure }
    | { readonly kind: 'known', readonly known: KnownHash }
    | { readonly kind: 'unknown', readonly inside: Inside | null }
}

/** Files taken at once, the rest are left: more is a folder somebody dropped by mistake, and each is a question to the server. */
const mostAtOnce = 20

async function ask (hash: string, bytes: Uint8Array | null): Promise<Check['outcome']> {
  const answer = await checkHash(hash)
  if (!answer.ok) return { kind: 'failed', failure: answer.refusal }
  if (answer.value.known !== null) return { kind: 'known', known: answer.value.known }
  if (bytes === null) return { kind: 'unknown', inside: null }
  const { lookInside } = await import('./look-inside.ts')
  return { kind: 'unknown', inside: await lookInside(bytes) }
}

/** What was asked about on this page, the latest first. */
export function useChecks (): { readonly checks: readonly Check[], readonly checkFiles: (files: Iterable<File>) => Promise<void>, readonly checkHashText: (hash: string) => Promise<void> } {
  const [checks, setChecks] = useState<readonly Check[]>([])
  const last = useRef(0)
  const put = useCallback((check: Check) => { setChecks(before => before.some(({ id }) => id === check.id) ? before.map(each => each.id === check.id ? check : each) : [check, ...before]) }, [])
  const checkHashText = useCallback(async (hash: string) => {
    const check: Check = { id: ++last.current, name: null, hash, outcome: { kind: 'asking' } }
    put(check)
    put({ ...check, outcome: await ask(hash, null) })
  }, [put])
  const checkFiles = useCallback(async (files: Iterable<File>) => {
    // One after the other: each is held in memory whole.
    for (const file of [...files].slice(0, mostAtOnce)) {
      const check: Check = { id: ++last.current, name: file.name, hash: null, outcome: { kind: 'asking' } }
      put(check)
      const hashed = await hashFile(file)
      if (typeof hashed === 'string') put({ ...check, outcome: { kind: hashed } })
      else put({ ...check, hash: hashed.hash, outcome: await ask(hashed.hash, hashed.bytes) })
    }
  }, [put])
  return { checks, checkFiles, checkHashText }
}
