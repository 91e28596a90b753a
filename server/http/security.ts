import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { IncomingMessage } from 'node:http'

// Only what a host may look like goes into a header of ours.
const isHost = (host: string): boolean => /^[\w.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i.test(host)

/** The websocket's own origin, for browsers whose `'self'` does not cover ws: and wss:. */
function socketSource (request: IncomingMessage, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl.replace(/^http/, 'ws')
  const host = request.headers.host ?? ''
  return isHost(host) ? `ws://${host}` : "'self'"
}

/**
 * The headers every answer carries. Scripts, styles, fonts and sockets come from here alone and no script stands in a
 * page. Style attributes are allowed: carets and column widths are set with them, and they can run nothing. An address
 * with a one-time token in it is told to nobody (Referrer-Policy).
 */
export function securityHeaders (publicUrl: string | null): RequestHandler {
  const secure = publicUrl?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", request => socketSource(request, publicUrl)],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 365 * 24 * 3600, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
}
