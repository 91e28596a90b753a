import { isRefusalCode, type RefusalCode } from '@samskriv/shared/base'

/** What an answer said, with the body read as JSON where it is JSON. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body; tests look into it with matchers. */
  readonly json: unknown
  /** The code of the refusal, or null. */
  readonly code: RefusalCode | null
}

/** Somebody at a browser: keeps their cookie, sends the Origin of the pages they look at. */
export interface Browser {
  readonly cookie: () => string
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
}

function parsed (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A value found by walking into what a server answered. */
export function at (value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value
  for (const key of path) here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined
  return here
}

/** The same, as the string it has to be. */
export function stringAt (value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path)
  if (typeof found !== 'string') throw new Error(`no string at ${path.join('/')} of ${JSON.stringify(value)}`)
  return found
}

function bodyOf (body: unknown): { readonly body?: string | Uint8Array<ArrayBuffer>, readonly type?: string } {
  if (body === undefined) return {}
  if (body instanceof Uint8Array) return { body: new Uint8Array(body), type: 'image/png' }
  if (typeof body === 'string') return { body, type: 'application/x-www-form-urlencoded' }
  return { body: JSON.stringify(body), type: 'application/json' }
}

/** A browser with no cookie yet, looking at pages of `base`. A string as body is a form, bytes are an image, else JSON. */
export function browserAt (base: string): Browser {
  let cookie = ''
  return {
    cookie: () => cookie,
    async send (method, path, content, headers = {}) {
      const { body, type } = bodyOf(content)
      const response = await fetch(base + path, {
        method, redirect: 'manual', ...(body === undefined ? {} : { body }),
        headers: { Origin: base, ...(type === undefined ? {} : { 'Content-Type': type }), ...(cookie === '' ? {} : { Cookie: cookie }), ...headers },
      })
      for (const set of response.headers.getSetCookie()) cookie = set.split(';', 1)[0] ?? ''
      const text = await response.text()
      const json = parsed(text)
      const code = at(json, 'refusal', 'code')
      return { status: response.status, headers: response.headers, text, json, code: typeof code === 'string' && isRefusalCode(code) ? code : null }
    },
  }
}
