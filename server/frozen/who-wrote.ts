import { refused, taken, type Result } from '@samskriv/shared/base'
import type { CarriedAuthors } from '@samskriv/shared/authors'
import type { Template } from '@samskriv/shared/template'
import type { BehovsmeldingRecord } from '@samskriv/shared/workflow'
import { Worker } from 'node:worker_threads'
import { createTurns } from '../workflow/index.ts'
import { carriedInto } from './authors.ts'
import { authoredOf, type Authored } from './content.ts'
import type { Content, FrozenParts } from './parts.ts'

/** A text to go through: the form, the content and who owns what in it. */
export interface AuthoredJob { readonly template: Template, readonly content: Content, readonly carried: CarriedAuthors | null }

/** Content smaller than this is gone through where it is: some milliseconds, less than starting a thread. */
const inlineBytes = 64 * 1024
/** Who may wait at once: one text takes a tenth of a second, so the last waits two. */
const mostWaiting = 20

function onThread (job: AuthoredJob): Promise<Authored> {
  const worker = new Worker(new URL('./who-wrote-worker.ts', import.meta.url), { workerData: job })
  worker.unref()
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => { reject(new Error(`the thread that reads who wrote what ended with ${code}`)) })
  })
}

/** Tells who wrote what in a behovsmelding's text as it is now. Refuses `old-schema` when its form is not installed, `too-fast` when too many ask. Rejects with StorageError. */
export type WhoWrote = (behovsmelding: BehovsmeldingRecord) => Promise<Result<Authored>>

/** Looks who wrote what, one text at a time, and large ones on a thread of their own: nobody's writing waits for it. */
export function createWhoWrote (parts: FrozenParts): WhoWrote {
  const turns = createTurns(mostWaiting)
  return behovsmelding => turns(async () => {
    const { id, epoch } = behovsmelding
    const template = parts.template(behovsmelding.template.id, behovsmelding.template.version)
    if (template === null) return refused('old-schema')
    const [content, carried] = [await parts.live.read(id, epoch), await carriedInto(parts.workflow.store, id, epoch)]
    return taken(content.update.length < inlineBytes ? authoredOf(template, content, carried) : await onThread({ template, content, carried }))
  })
}
