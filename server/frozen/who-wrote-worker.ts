import { parentPort, workerData } from 'node:worker_threads'
import { authoredOf } from './content.ts'
import type { AuthoredJob } from './who-wrote.ts'

const { template, content, carried } = workerData as AuthoredJob
parentPort?.postMessage(authoredOf(template, content, carried))
