import { resolve } from 'node:path'

/** What the operator sets, read from the environment. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataFolder: string
  /** Where people reach us, no slash at the end; null: wherever they say they came to. */
  readonly publicUrl: string | null
}

type Environment = Readonly<Record<string, string | undefined>>
type Read<T> = { readonly value: T } | { readonly wrong: string }

function readPort (text: string): Read<number> {
  const port = Number(text)
  return /^\d+$/.test(text) && port <= 65_535 ? { value: port } : { wrong: `PORT is "${text}", but must be a whole number from 0 to 65535` }
}

function readHost (text: string): Read<string> {
  return /^[\w.:-]+$/.test(text) ? { value: text } : { wrong: `HOST is "${text}", but must be a host name or an IP address` }
}

function readPublicUrl (text: string): Read<string | null> {
  if (text === '') return { value: null }
  const wrong = { wrong: `PUBLIC_URL is "${text}", but must be an address like https://samskriv.example.no, without a path` }
  if (!URL.canParse(text)) return wrong
  const url = new URL(text)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' ? { value: url.origin } : wrong
}

function readFolder (text: string, base: string): Read<string> {
  return text.trim() === '' ? { wrong: 'DATA_DIR is empty, but must name a folder' } : { value: resolve(base, text) }
}

/**
 * Reads PORT (3000; 0 picks a free one), HOST (localhost), DATA_DIR (`data` in `base`, the project's folder) and
 * PUBLIC_URL (none). Gives the configuration, or everything that is wrong with it, so that it is mended in one go.
 */
export function readConfig (environment: Environment, base: string): { readonly config: Config } | { readonly wrong: readonly string[] } {
  const port = readPort(environment['PORT'] ?? '3000')
  const host = readHost(environment['HOST'] ?? 'localhost')
  const dataFolder = readFolder(environment['DATA_DIR'] ?? 'data', base)
  const publicUrl = readPublicUrl(environment['PUBLIC_URL'] ?? '')
  if ('value' in port && 'value' in host && 'value' in dataFolder && 'value' in publicUrl) {
    return { config: { port: port.value, host: host.value, dataFolder: dataFolder.value, publicUrl: publicUrl.value } }
  }
  return { wrong: [port, host, dataFolder, publicUrl].flatMap(read => 'wrong' in read ? [read.wrong] : []) }
}

/** The address people open: PUBLIC_URL, or what we listen on. */
export function baseUrlOf (config: Config, port = config.port): string {
  if (config.publicUrl !== null) return config.publicUrl
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
