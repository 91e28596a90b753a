import { colorIn } from '@samskriv/shared/api'
import { isId, refusals, refused, taken, type RefusalCode, type Result } from '@samskriv/shared/base'
import { livePath } from '@samskriv/shared/protocol'
import { membershipId } from '@samskriv/shared/workflow'
import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Visitor } from '../live/live.ts'
import { auditRefusal } from '../workflow/index.ts'
import type { House } from './house.ts'
import { checkOrigin } from './origin.ts'

interface Admitted { readonly behovsmelding: string, readonly visitor: Visitor }

// `/live/<id>`, whatever the query.
function idIn (url: string | undefined): string | null {
  const path = (url ?? '').split('?', 1)[0] ?? ''
  const id = path.startsWith(`${livePath}/`) ? path.slice(livePath.length + 1) : ''
  return isId(id) ? id : null
}

function admit (house: House, request: IncomingMessage): Result<Admitted> {
  if (!house.parts.readiness()) return refused('shutting-down')
  const origin = checkOrigin(request, house.parts.publicUrl)
  if (!origin.ok) return origin
  const id = idIn(request.url)
  if (id === null) return refused('not-found')
  const visitor = house.sessions.visitorOf(request)
  if (visitor === null) return refused('not-signed-in')
  const { store } = house.parts
  const membership = store.table('memberships').get(membershipId(id, visitor.personId))
  if (membership === undefined || !store.table('behovsmeldinger').has(id)) return refused('not-found')
  return taken({ behovsmelding: id, visitor: { ...visitor, color: colorIn([membership], visitor.personId) } })
}

/** Says no in plain HTTP, before any websocket begins. */
function turnAway (socket: Duplex, code: RefusalCode): void {
  const status = refusals[code]
  const body = JSON.stringify({ refusal: { code } })
  socket.end([
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '', body,
  ].join('\r\n'))
}

/**
 * Takes what wants to become a websocket: checks address, Origin, session and membership, then hands it to the live half.
 * Answers 401, 403 or 404 (503 while starting or stopping) to whoever may not.
 */
export function handleUpgrade (house: House, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  // A socket that breaks before anybody listens must not end the process.
  const ignore = (): void => { socket.destroy() }
  socket.on('error', ignore)
  const admitted = admit(house, request)
  if (admitted.ok) {
    socket.off('error', ignore)
    house.parts.live.accept(request, socket, head, admitted.value.behovsmelding, admitted.value.visitor)
    return
  }
  const { code } = admitted.refusal
  turnAway(socket, code)
  const personId = house.sessions.visitorOf(request)?.personId ?? null
  if (personId !== null) void auditRefusal(house.workflow, { personId, behovsmelding: idIn(request.url) }, 'open-socket', admitted.refusal)
}
