import express, { type Express, type RequestHandler } from 'express'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'
import { auditRefusal, createMender } from '../workflow/index.ts'
import { clientFiles, clientPage } from './client.ts'
import { createHouse, type House } from './house.ts'
import { mostBodyBytes, readJsonBodies } from './json-body.ts'
import { checkOrigin, isSafe } from './origin.ts'
import { ownNameOnly } from './own-name.ts'
import type { HttpParts } from './parts.ts'
import { answerErrors, refuse } from './refuse.ts'
import { auditRoutes } from './routes/audit.ts'
import { authorsRoutes } from './routes/authors.ts'
import { behovsmeldingRoutes } from './routes/behovsmelding.ts'
import { checkRoutes } from './routes/check.ts'
import { commentRoutes } from './routes/comment.ts'
import { deliveryRoutes } from './routes/delivery.ts'
import { imageRoutes } from './routes/image.ts'
import { linkPageRoutes, linkRoutes } from './routes/link.ts'
import { medbestemmelseRoutes } from './routes/medbestemmelse.ts'
import { membershipRoutes } from './routes/membership.ts'
import { peopleRoutes } from './routes/people.ts'
import { proposalRoutes } from './routes/proposal.ts'
import { protokollRoutes } from './routes/protokoll.ts'
import { stanceRoutes } from './routes/stance.ts'
import { versionRoutes } from './routes/version.ts'
import { securityHeaders } from './security.ts'
import { handleUpgrade } from './upgrade.ts'

/** HTTP as the server's main puts it to work. */
export interface Http {
  /** For `http.createServer`. */
  readonly handler: RequestListener
  /** For the server's `upgrade` event. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Ends what runs by itself. Before the store is closed. */
  readonly stop: () => void
  /** Enters refusals that are still being counted. After the last request, before the store is closed. Never rejects. */
  readonly flush: () => Promise<void>
}

/** Everything that is reached over HTTP: the API of shared/api, one-time links, the client's files, health, and the door to the websocket. */
export function createHttp (parts: HttpParts): Http {
  const house = createHouse(parts)
  const mender = createMender(parts.store)
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', parts.trustProxy ?? 'loopback')
  app.use(securityHeaders(parts.publicUrl))
  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').status(parts.readiness() ? 200 : 503).json({ ready: parts.readiness() })
  })
  app.use(ownOriginOnly(house))
  if (parts.clientFolder !== null) app.use(clientFiles(parts.clientFolder))
  addRoutes(app, house)
  if (parts.clientFolder !== null) app.use(clientPage(parts.clientFolder))
  app.use((_request, response) => { refuse(response, { code: 'not-found' }) })
  app.use(answerErrors(parts.log, mender.failed))
  return {
    handler: app,
    upgrade: (request, socket, head) => { handleUpgrade(house, request, socket, head) },
    stop: () => { mender.stop(); house.caretaker.stop() },
    flush: house.workflow.refusedSteps.flush,
  }
}

function ownOriginOnly (house: House): RequestHandler {
  return async (request, response, next) => {
    const origin = isSafe(request.method) ? null : checkOrigin(request, house.parts.publicUrl)
    if (origin === null || origin.ok) { next(); return }
    const personId = house.sessions.visitorOf(request)?.personId ?? null
    if (personId !== null) await auditRefusal(house.workflow, { personId, behovsmelding: null }, 'request', origin.refusal)
    refuse(response, origin.refusal)
  }
}

const notStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

function addRoutes (app: Express, house: House): void {
  const form = express.urlencoded({ limit: mostBodyBytes, inflate: false, extended: false })
  const api = express.Router({ caseSensitive: true })
  api.use(notStored, house.sessions.middleware)
  // Before JSON is read: an image is none, whatever its header says.
  imageRoutes(house, api)
  readJsonBodies(api)
  api.use(ownNameOnly(house))
  medbestemmelseRoutes(house, api)
  stanceRoutes(house, api)
  proposalRoutes(house, api)
  peopleRoutes(house, api)
  linkRoutes(house, api)
  behovsmeldingRoutes(house, api)
  membershipRoutes(house, api)
  commentRoutes(house, api)
  versionRoutes(house, api)
  authorsRoutes(house, api)
  protokollRoutes(house, api)
  deliveryRoutes(house, api)
  checkRoutes(house, api)
  auditRoutes(house, api)
  api.use((_request, response) => { refuse(response, { code: 'not-found' }) })
  app.use('/api', api)

  const link = express.Router({ caseSensitive: true })
  link.post('/inn/:token', notStored, house.sessions.middleware, express.json({ limit: mostBodyBytes, inflate: false }), form)
  linkPageRoutes(house, link)
  app.use(link)
}
