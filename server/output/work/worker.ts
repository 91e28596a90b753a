import { pack } from '@samskriv/shared/package'
import { parentPort } from 'node:worker_threads'
import { docxOf } from '../docx/render.ts'
import { pdfOf } from '../pdf/render.ts'
import type { Done, Job } from './job.ts'

// The thread that writes documents, so that those who write together never wait for somebody's PDF.
async function bytesOf (job: Job): Promise<Uint8Array> {
  switch (job.kind) {
    case 'docx': return await docxOf(job.input)
    case 'pdf': return pdfOf(job.input)
    case 'zip': return pack(job.files)
  }
}

async function done (job: Job): Promise<Done> {
  try {
    return { bytes: await bytesOf(job) }
  } catch (error) {
    return { error: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}

parentPort?.on('message', (job: Job) => { void done(job).then(answer => parentPort?.postMessage(answer)) })
