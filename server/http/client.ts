import express, { type RequestHandler, type Request, type Response } from 'express'
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Encodings a file may lie beside itself in, the smallest first. */
const encodings = [{ name: 'br', ending: '.br' }, { name: 'gzip', ending: '.gz' }] as const

/** What is named by its content (Vite's assets) never changes. */
const forever = 'public, max-age=31536000, immutable'
/** Everything else is asked for anew. */
const askAgain = 'no-cache'

function filesIn (folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Set(entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/')))
}

// Puts the packed file in place of the one asked for, if the browser takes it.
function pack (request: Request, response: Response, path: string, files: ReadonlySet<string>): void {
  const packed = encodings.filter(encoding => files.has(path + encoding.ending))
  if (packed.length === 0) return
  response.vary('Accept-Encoding')
  const best = packed.find(encoding => request.acceptsEncodings(encoding.name) === encoding.name)
  if (best === undefined) return
  response.type(path.slice(path.lastIndexOf('.')))
  response.set('Content-Encoding', best.name)
  request.url = path + best.ending
}

/** The built client's files, packed where they lie packed. What is not there is left to the next handler. The folder is listed once. */
export function clientFiles (folder: string): RequestHandler {
  const files = filesIn(folder)
  const serve = express.static(folder, { index: false, redirect: false, cacheControl: false, dotfiles: 'ignore' })
  return (request, response, next) => {
    const { path } = request
    if (path === '/index.html' || !files.has(path) || encodings.some(encoding => path.endsWith(encoding.ending))) { next(); return }
    response.set('Cache-Control', path.startsWith('/assets/') ? forever : askAgain)
    pack(request, response, path, files)
    serve(request, response, next)
  }
}

/** The app itself for each of its pages. An address that looks like a file is none. */
export function clientPage (folder: string): RequestHandler {
  const files = filesIn(folder)
  return (request, response, next) => {
    const { path, method } = request
    if ((method !== 'GET' && method !== 'HEAD') || path.slice(path.lastIndexOf('/')).includes('.')) { next(); return }
    response.set('Cache-Control', 'no-store')
    response.type('html')
    request.url = '/index.html'
    pack(request, response, '/index.html', files)
    response.sendFile(request.url.slice(1), { root: folder, cacheControl: false }, error => { if (error !== undefined && !response.headersSent) next(error) })
  }
}
