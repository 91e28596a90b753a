import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** What the operator sets, read from the environment. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataFolder: string
  /** Where people reach us, no slash at the end; null: wherever they say they came to. */
  readonly publicUrl: string | null
  /** Proxies whose `X-Forwarded-For` is believed: addresses, subnets and names of ranges, with commas between them. */
  readonly trustProxy: string
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

// Names Express has for ranges of addresses.
const proxyRanges = ['loopback', 'linklocal', 'uniquelocal']

function isProxy (text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const most = isIP(address) === 6 ? 128 : isIP(address) === 4 ? 32 : 0
  return proxyRanges.includes(text) || (most > 0 && rest.length === 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most)))
}

// No count of proxies and no «all»: whoever reaches us past the proxy could then say they are anybody.
function readTrustProxy (text: string): Read<string> {
  const proxies = text.split(',').map(each => each.trim())
  return proxies.every(isProxy) ? { value: proxies.join(',') } : { wrong: `TRUST_PROXY is "${text}", but must be addresses or subnets with commas between them, like 10.0.0.7, 192.168.4.0/24 (or ${proxyRanges.join(', ')})` }
}

/**
 * Reads PORT (3000; 0 picks a free one), HOST (localhost), DATA_DIR (`data` in `base`, the project's folder),
 * PUBLIC_URL (none) and TRUST_PROXY (loopback). Gives the configuration, or everything that is wrong with it, so that it is mended in one go.
 */
export function readConfig (environment: Environment, base: string): { readonly config: Config } | { readonly wrong: readonly string[] } {
  const port = readPort(environment['PORT'] ?? '3000')
  const host = readHost(environment['HOST'] ?? 'localhost')
  const dataFolder = readFolder(environment['DATA_DIR'] ?? 'data', base)
  const publicUrl = readPublicUrl(environment['PUBLIC_URL'] ?? '')
  const trustProxy = readTrustProxy(environment['TRUST_PROXY'] ?? 'loopback')
  if ('value' in port && 'value' in host && 'value' in dataFolder && 'value' in publicUrl && 'value' in trustProxy) {
    return { config: { port: port.value, host: host.value, dataFolder: dataFolder.value, publicUrl: publicUrl.value, trustProxy: trustProxy.value } }
  }
  return { wrong: [port, host, dataFolder, publicUrl, trustProxy].flatMap(read => 'wrong' in read ? [read.wrong] : []) }
}

/** The address people open: PUBLIC_URL, or what we listen on. */
export function baseUrlOf (config: Config, port = config.port): string {
  if (config.publicUrl !== null) return config.publicUrl
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
