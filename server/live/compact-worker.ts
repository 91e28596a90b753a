import { parentPort } from 'node:worker_threads'
import { compacted } from './compactor.ts'

parentPort?.on('message', (update: Uint8Array) => {
  const result = compacted(update)
  parentPort?.postMessage(result)
})
