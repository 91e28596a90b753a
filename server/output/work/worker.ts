import { parentPort } from 'node:worker_threads'
import { docxOf } from '../docx/render.ts'
import { pdfOf } from '../pdf/render.ts'
import type { Done, Job } from './job.ts'

// The thread that writes documents, so that those who write together never wait for somebody's PDF.
async function done ({ kind, input }: Job): Promise<Done> {
  try {
    return { bytes: kind === 'pdf' ? pdfOf(input) : await docxOf(input) }
  } catch (error) {
    return { error: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}

parentPort?.on('message', (job: Job) => { void done(job).then(answer => parentPort?.postMessage(answer)) })
