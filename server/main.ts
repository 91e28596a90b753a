import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from './config.ts'
import { logTo } from './log.ts'
import { serve } from './serve.ts'
import { StorageError } from './store/port/index.ts'

const project = resolve(import.meta.dirname, '..')
const say = (line: string): void => { process.stdout.write(`${line}\n`) }
const log = logTo(line => { process.stderr.write(line) }, Date.now)

function explain (error: unknown): string {
  if (error instanceof StorageError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'The port is in use. Stop what runs there, or choose another with PORT.'
  if (code === 'EACCES') return 'This port is not ours to use. Choose one above 1023 with PORT.'
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return 'HOST is not an address of this machine.'
  return error instanceof Error ? error.stack ?? error.message : String(error)
}

async function main (): Promise<void> {
  const read = readConfig(process.env, project)
  if ('wrong' in read) {
    process.stderr.write(`Samskriv cannot start:\n${read.wrong.map(line => `  - ${line}`).join('\n')}\n`)
    process.exitCode = 2
    return
  }
  const client = resolve(project, 'client/dist')
  const served = await serve(read.config, existsSync(client) ? client : null, log)
  say(`Samskriv: ${served.baseUrl}`)
  if (served.administratorLink !== null) say(`First administrator, once, within 24 hours: ${served.administratorLink}`)

  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    served.stop().then(
      () => process.exit(0),
      (error: unknown) => { process.stderr.write(`${explain(error)}\n`); process.exit(1) },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`Samskriv cannot start: ${explain(error)}\n`)
  process.exit(1)
})
