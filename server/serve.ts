import { check } from '@samskriv/shared/rules'
import { judgeSuggestions } from '@samskriv/shared/suggest'
import { templateById, templateOf } from '@samskriv/shared/template'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { watchClock } from './clock.ts'
import { baseUrlOf, type Config } from './config.ts'
import { createHttp } from './http/index.ts'
import { createLive, seedEntry } from './live/index.ts'
import type { Log } from './log.ts'
import { giveBack } from './memory.ts'
import { startOutput } from './output/index.ts'
import { firstAdministratorLink, rightsFrom } from './people/index.ts'
import { announceKey, openSigningKey, type SigningKey } from './signing/index.ts'
import { openEmbeddedStore, readAuditHead } from './store/embedded/index.ts'
import type { Store } from './store/port/index.ts'
import { createRefusedWrites } from './workflow/index.ts'

/** A server that runs. */
export interface Served {
  /** Where people reach it. */
  readonly baseUrl: string
  /** The one-time link for the first administrator, null once there is one. */
  readonly administratorLink: string | null
  /** Drains: everything in hand reaches the disk and is answered; then the process may end. */
  stop(): Promise<void>
}

/** Milliseconds a request that is under way gets to finish when the server stops. */
const graceMs = 5_000

/**
 * Puts the parts together and takes requests. The only place that knows them all. `/healthz` answers from the moment we
 * listen: 503 until the store is open, 200 while we serve, 503 again while stopping. Rejects with StorageError when the
 * data folder cannot be used, and with the listen error when the address cannot be had.
 */
export async function serve (config: Config, clientFolder: string | null, log: Log): Promise<Served> {
  let phase: 'starting' | 'ready' | 'stopping' = 'starting'
  const server = createServer({ noDelay: true }, (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '1' }).end('{"ready":false}')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => { server.off('error', reject); resolve() })
  })
  const { port } = server.address() as AddressInfo
  const baseUrl = baseUrlOf(config, port)
  const store = await openEmbeddedStore({ folder: config.dataFolder, log: {
    info: message => { log('info', message) },
    warn: message => { log('warning', message) },
    error: message => { log('error', message) },
  } }).catch((error: unknown) => { server.close(); throw error })
  const signing = await keyIn(config.dataFolder, store, log).catch(async (error: unknown) => { server.close(); await store.close(); throw error })
  const refusedWrites = createRefusedWrites({
    store,
    now: Date.now,
    failed: cause => { log('error', 'refused writes could not be entered in the audit log', { cause: cause instanceof Error ? cause.message : 'unknown' }) },
  })
  const live = createLive({ store, rights: rightsFrom(store), log, refusedWrite: refusedWrites.note, emptied: giveBack, openJudge: judgeSuggestions })
  const output = startOutput()
  const http = createHttp({
    store, live, seedEntry, log, clientFolder,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    template: (id, version) => version === undefined ? templateById(id) : templateOf(id, version),
    findings: (template, projection) => {
      const findings = check(template, projection.values)
      const errors = findings.filter(finding => finding.severity === 'error').length
      return { errors, warnings: findings.length - errors }
    },
    renderDocx: output.docx,
    renderPdf: output.pdf,
    protokollDocx: output.protokollDocx,
    protokollPdf: output.protokollPdf,
    pack: output.pack,
    signing,
    auditHead: () => readAuditHead(join(config.dataFolder, 'audit-head.json')),
    readiness: () => phase === 'ready' && live.isTaking() && store.isTaking(),
  })
  server.removeAllListeners('request')
  server.on('request', http.handler)
  server.on('upgrade', http.upgrade)
  const administratorLink = await firstAdministratorLink(store, Date.now(), baseUrl)
  const clock = watchClock(log)
  phase = 'ready'

  async function stop (): Promise<void> {
    if (phase === 'stopping') return
    phase = 'stopping'
    clock.stop()
    const closed = new Promise<void>(resolve => { server.close(() => { resolve() }) })
    server.closeIdleConnections()
    await live.stop()
    await output.stop()
    http.stop()
    const forced = setTimeout(() => { server.closeAllConnections() }, graceMs)
    await closed
    clearTimeout(forced)
    await refusedWrites.flush()
    await http.flush()
    await store.close()
  }
  return { baseUrl, administratorLink, stop }
}

async function keyIn (folder: string, store: Store, log: Log): Promise<SigningKey> {
  const key = await openSigningKey(folder)
  const { isAnother } = await announceKey(store, key, Date.now())
  if (isAnother) log('warning', 'the signing key is another than before: tell those who check packages its fingerprint', { fingerprint: key.fingerprint })
  return key
}
