import { canonicalBytes } from '@samskriv/shared/version'
import type { ProposedChange } from '@samskriv/shared/proposal'
import type { ProposalRecord } from '@samskriv/shared/workflow'
import { createHash } from 'node:crypto'
import { StorageError, type Store } from '../store/port/index.ts'

/** What a proposal's file holds, as canonical JSON. */
interface ProposalBody { readonly format: 'samskriv-proposal/1', readonly behovsmelding: string, readonly epoch: number, readonly changes: readonly ProposedChange[] }

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Digits of a proposal's id: 96 bits. */
const idDigits = 24

/** A proposal about to be sent in: its file, and what both are called by. */
export interface SealedProposal { readonly id: string, readonly file: string, readonly bytes: Uint8Array }

/** The file of a proposal, and its id: made of what it says and who says it, so that sending it twice sends it once. */
export function sealProposal (behovsmelding: string, personId: string, epoch: number, changes: readonly ProposedChange[]): SealedProposal {
  const body: ProposalBody = { format: 'samskriv-proposal/1', behovsmelding, epoch, changes }
  const bytes = canonicalBytes(body)
  const file = hashOf(bytes)
  return { id: hashOf(`${personId}/${file}`).slice(0, idDigits), file, bytes }
}

/** The changes of a proposal. The bytes have the hash that was recorded, so they are what was held to the form: they are not checked again. Throws StorageError when they are gone or damaged. */
export async function changesOf (store: Pick<Store, 'getFile'>, { id, file }: ProposalRecord): Promise<readonly ProposedChange[]> {
  const bytes = await store.getFile(file)
  if (bytes === null) throw new StorageError(`The file of proposal ${id} is gone. Bring it back from a backup.`)
  const body: ProposalBody = JSON.parse(new TextDecoder().decode(bytes))
  return body.changes
}
