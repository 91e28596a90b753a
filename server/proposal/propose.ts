import { refused, taken, type Result } from '@samskriv/shared/base'
import { imagesIn, mostProposalBytes, readChanges, type ProposedChange } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { planPropose, type ProposalRecord } from '@samskriv/shared/workflow'
import { carryOut, type Workflow } from '../workflow/index.ts'
import { sealProposal } from './file.ts'

/** What proposals need: the form with an id and version, null when it is not installed. */
export interface ProposalParts { readonly workflow: Workflow, readonly template: (id: string, version: number) => Template | null }

/** A wish to send in what was written too late: who, to what, in which epoch it was written, and the changes as they came over the wire. */
export interface ProposalWish { readonly personId: string, readonly behovsmelding: string, readonly epoch: number, readonly changes: unknown }

function held ({ workflow: { store }, template }: ProposalParts, { behovsmelding, changes }: ProposalWish): Result<readonly ProposedChange[]> {
  const about = store.table('behovsmeldinger').get(behovsmelding)
  const form = about === undefined ? null : template(about.template.id, about.template.version)
  if (form === null) return refused('old-schema')
  const read = readChanges(form, changes)
  if (!read.ok) return read
  // A hash in a proposal opens nobody else's image.
  return [...imagesIn(read.value)].every(hash => store.table('files').has(`${behovsmelding}/${hash}`)) ? read : refused('invalid', { field: 'changes' })
}

/**
 * Keeps what somebody proposes: its changes as a file, named by the record, in one commit with the audit entry. Sent in twice, it is
 * there once. The caller has judged that this person has a part in it. Refuses as `readChanges` and `planPropose`, `old-schema` when the
 * form is not installed, `invalid` when it shows an image that is not there, `too-large`. Rejects with StorageError.
 */
export async function propose (parts: ProposalParts, wish: ProposalWish): Promise<Result<ProposalRecord>> {
  const { personId, behovsmelding, epoch } = wish
  const changes = held(parts, wish)
  if (!changes.ok) return changes
  const { id, file, bytes } = sealProposal(behovsmelding, personId, epoch, changes.value)
  if (bytes.length > mostProposalBytes) return refused('too-large', { most: mostProposalBytes, unit: 'bytes' })
  const { store } = parts.workflow
  const made = await carryOut(parts.workflow, {
    about: { personId, behovsmelding },
    action: 'propose',
    plan: (situation, now) => planPropose(situation, { kind: 'propose', id, file, epoch, count: changes.value.length }, now),
    // The file is on disk before any record names it.
    alongside: async () => await store.putFile(bytes) === file ? taken({}) : refused('storage-failed'),
  })
  return made.ok ? taken(made.value.proposal) : made
}
