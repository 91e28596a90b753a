import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refused, taken } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'
import { roles, type Role } from '@samskriv/shared/access'
import { firstAdministratorLink } from '../../people/index.ts'
import { pack } from '@samskriv/shared/package'
import { newSigningKey } from '../../signing/index.ts'
import { createHttp, type HttpParts } from '../index.ts'
import { browserAt, stringAt, type Browser } from './browser.ts'
import { bareSeed, fakeLive, type FakeLive } from './fake-live.ts'
import { memoryStore, type MemoryStore } from './memory-store.ts'

const label = { nb: 'Felt', nn: 'Felt', en: 'Field' }

/** A small form: a line, rich text, an amount. */
export const template: Template = {
  id: 'test', version: 1, title: label, issuer: label,
  sections: [{ id: 'all', title: label, fields: [
    { kind: 'text', id: 'navn', label }, { kind: 'richText', id: 'om', label }, { kind: 'amount', id: 'sum', label },
  ] }],
}

/** A server on a port of this machine, with everything around HTTP in memory. */
export interface TestHouse {
  readonly base: string
  readonly store: MemoryStore
  readonly live: FakeLive
  readonly server: Server
  readonly logged: string[]
  /** Moves the clock. */
  wait(milliseconds: number): void
  now(): number
  browser(): Browser
  close(): Promise<void>
}

/** Starts a server. `change` alters the parts before they are used. */
export async function startHouse (change: (parts: HttpParts) => HttpParts = parts => parts): Promise<TestHouse> {
  const store = memoryStore()
  const live = fakeLive()
  const logged: string[] = []
  let time = Date.UTC(2026, 10, 22, 9)
  const { handler, upgrade } = createHttp(change({
    store, live, seedEntry: bareSeed, publicUrl: null, clientFolder: null,
    template: (id, version) => (id === template.id && (version === undefined || version === template.version) ? template : null),
    findings: () => ({ errors: 0, warnings: 0 }),
    renderDocx: async input => taken(new TextEncoder().encode(`docx ${input.meta.hash} ${input.language}`)),
    renderPdf: async input => (input.language === 'en' ? refused('too-fast') : taken(new TextEncoder().encode(`pdf ${input.meta.hash} ${input.language}`))),
    protokollDocx: async input => taken(new TextEncoder().encode(`docx ${input.hash} ${input.language}`)),
    protokollPdf: async input => taken(new TextEncoder().encode(`pdf ${input.hash} ${input.language}`)),
    pack: async files => taken(pack(files)),
    signing: newSigningKey(),
    readiness: () => true,
    now: () => time,
    log: (level, message, facts) => { logged.push(`${level} ${message} ${JSON.stringify(facts ?? {})}`) },
  }))
  const server = createServer(handler)
  server.on('upgrade', upgrade)
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base, store, live, server, logged,
    wait: milliseconds => { time += milliseconds },
    now: () => time,
    browser: () => browserAt(base),
    close: () => new Promise(resolve => { server.close(() => { resolve() }); server.closeAllConnections() }),
  }
}

/** The token in a one-time link. */
export function tokenIn (link: string): string {
  return link.slice(link.lastIndexOf('/') + 1)
}

/** The administrator, signed in by the link the server prints. */
export async function signInAdministrator (house: TestHouse): Promise<Browser> {
  const link = await firstAdministratorLink(house.store, house.now(), house.base)
  const browser = house.browser()
  await browser.send('POST', '/api/sign-in', { token: tokenIn(link ?? ''), name: 'Administrator' })
  return browser
}

/** An invitation to a role, made by somebody: the token. */
export async function invite (browser: Browser, id: string, role: Role): Promise<string> {
  const made = await browser.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role })
  return tokenIn(stringAt(made.json, 'link'))
}

/** A behovsmelding with one person in every role. */
export interface Partnership { readonly id: string, readonly people: Readonly<Record<Role, Browser>>, readonly outsider: Browser }

/** Starts a behovsmelding and signs one person of each role in, and one (the administrator) who has no part in it. */
export async function startPartnership (house: TestHouse): Promise<Partnership> {
  const outsider = await signInAdministrator(house)
  const starter = await outsider.send('POST', '/api/people/invitations', { note: 'koordinator' })
  const eier = house.browser()
  await eier.send('POST', '/api/sign-in', { token: tokenIn(stringAt(starter.json, 'link')), name: 'eier' })
  const started = await eier.send('POST', '/api/behovsmeldinger', { title: 'Nordvik 2026', template: 'test' })
  const id = stringAt(started.json, 'id')
  const people = { eier, uh: house.browser(), tillitsvalgt: house.browser(), leser: house.browser() }
  for (const role of roles) {
    if (role !== 'eier') await people[role].send('POST', '/api/sign-in', { token: await invite(eier, id, role), name: role })
  }
  return { id, people, outsider }
}
