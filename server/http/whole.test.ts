import { refused } from '@samskriv/shared/base'
import { anchorsIn } from '@samskriv/shared/comment'
import { richOf, textOf } from '@samskriv/shared/document'
import { readRichText, richTextFrom, writeRichText } from '@samskriv/shared/rich-text'
import { livePath } from '@samskriv/shared/protocol'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { verifyVersions } from '../frozen/index.ts'
import { createLive, seedEntry, type Live } from '../live/index.ts'
import { firstAdministratorLink, rightsFrom } from '../people/index.ts'
import { newSigningKey } from '../signing/index.ts'
import { openEmbeddedStore } from '../store/embedded/index.ts'
import type { Store } from '../store/port/index.ts'
import { createHttp } from './index.ts'
import { at, browserAt, stringAt, type Browser } from './testing/browser.ts'
import { template, tokenIn } from './testing/house.ts'

// The real store and the real live half behind real HTTP: what main puts together.
let folder: string
let store: Store
let live: Live
let server: Server
let base: string
const opened: WebsocketProvider[] = []

const quiet = (): void => {}

/** Opens store, live half and HTTP on the folder, and puts them behind the server. */
async function open (): Promise<void> {
  store = await openEmbeddedStore({ folder, log: { info: quiet, warn: quiet, error: quiet } })
  live = createLive({ store, rights: rightsFrom(store), log: quiet })
  const http = createHttp({
    store, live, seedEntry, publicUrl: null, clientFolder: null, template: id => (id === 'test' ? template : null),
    findings: () => ({ errors: 0, warnings: 0 }), renderDocx: async () => refused('too-fast'), renderPdf: async () => refused('too-fast'), protokollDocx: async () => refused('too-fast'), protokollPdf: async () => refused('too-fast'),
    pack: async () => refused('too-fast'), signing: newSigningKey(),
    readiness: () => true, log: quiet,
  })
  server.removeAllListeners('request').removeAllListeners('upgrade').on('request', http.handler).on('upgrade', http.upgrade)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-'))
  server = createServer()
  await open()
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  for (const provider of opened.splice(0)) provider.destroy()
  await live.stop()
  server.closeAllConnections()
  await new Promise(resolve => { server.close(resolve) })
  await store.close()
  await rm(folder, { recursive: true })
})

/** An unmodified provider with somebody's cookie. */
function write (browser: Browser, id: string): WebsocketProvider {
  class SocketWithCookie extends WebSocket {
    constructor (address: string | URL) { super(address, { headers: { Cookie: browser.cookie(), Origin: base } }) }
  }
  const polyfill = SocketWithCookie as unknown as typeof globalThis.WebSocket
  const provider = new WebsocketProvider(base.replace('http', 'ws') + livePath, id, new Y.Doc(), { disableBc: true, WebSocketPolyfill: polyfill })
  opened.push(provider)
  return provider
}

const synced = (provider: WebsocketProvider): Promise<void> => new Promise(resolve => {
  if (provider.synced) resolve()
  else provider.once('sync', () => { resolve() })
})
const closed = (provider: WebsocketProvider): Promise<number> => new Promise(resolve => { provider.on('connection-close', event => { resolve(event?.code ?? 0) }) })
const reads = (provider: WebsocketProvider, text: string): Promise<void> => new Promise(resolve => {
  const look = (): void => {
    if (!textOf(provider.doc, 'navn').toString().includes(text)) return
    provider.doc.off('update', look)
    resolve()
  }
  provider.doc.on('update', look)
  look()
})

const changes = (provider: WebsocketProvider, isSo: () => boolean): Promise<void> => new Promise(resolve => {
  const look = (): void => { if (isSo()) { provider.doc.off('update', look); resolve() } }
  provider.doc.on('update', look)
  look()
})

async function partnership (): Promise<{ id: string, eier: Browser, uh: Browser }> {
  const [eier, uh] = [browserAt(base), browserAt(base)]
  await eier.send('POST', '/api/sign-in', { token: tokenIn(await firstAdministratorLink(store, Date.now(), base) ?? ''), name: 'eier' })
  const id = stringAt((await eier.send('POST', '/api/behovsmeldinger', { title: 'Nordvik', template: 'test' })).json, 'id')
  const invitation = await eier.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role: 'uh' })
  await uh.send('POST', '/api/sign-in', { token: tokenIn(stringAt(invitation.json, 'link')), name: 'uh' })
  return { id, eier, uh }
}

describe('the whole server', () => {
  it('freezes what was written live, takes nothing more, and goes on in a new epoch with the same text', async () => {
    const { id, eier, uh } = await partnership()
    const [one, two] = [write(eier, id), write(uh, id)]
    await Promise.all([synced(one), synced(two)])
    textOf(two.doc, 'navn').insert(0, 'skrevet av uh')
    await reads(one, 'skrevet av uh')
    expect(at((await eier.send('GET', `/api/behovsmeldinger/${id}`)).json, 'members')).toEqual([expect.objectContaining({ online: true }), expect.objectContaining({ online: true })])

    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})).status).toBe(200)
    textOf(two.doc, 'navn').insert(0, 'for sent ')
    const version = await eier.send('GET', `/api/behovsmeldinger/${id}/versions/1`)
    expect(at(version.json, 'values', 'navn')).toBe('skrevet av uh')

    const epochOver = [closed(one), closed(two)]
    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/reopen`, { reason: 'rettes' })).json).toMatchObject({ epoch: 2, state: 'utkast' })
    expect(await Promise.all(epochOver)).toEqual([4409, 4409])
    for (const provider of opened.splice(0)) provider.destroy()

    const fresh = write(uh, id)
    await reads(fresh, 'skrevet av uh')
    expect(textOf(fresh.doc, 'navn').toString()).toBe('skrevet av uh')
    expect(await verifyVersions(store)).toEqual([])
  })

  it('lets one of two win who lock in the same second, while somebody writes', async () => {
    const { id, eier, uh } = await partnership()
    const second = browserAt(base)
    const invitation = await eier.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role: 'eier' })
    await second.send('POST', '/api/sign-in', { token: tokenIn(stringAt(invitation.json, 'link')), name: 'den andre' })
    const writer = write(uh, id)
    await synced(writer)
    for (let n = 0; n < 50; n++) textOf(writer.doc, 'navn').insert(0, 'x')
    const both = await Promise.all([eier, second].map(each => each.send('POST', `/api/behovsmeldinger/${id}/lock`, {})))
    expect(both.map(each => each.status).toSorted()).toEqual([200, 409])
    expect(both.map(each => each.code)).toContain('wrong-state')
    expect(store.table('versions').size).toBe(1)
    expect(await verifyVersions(store)).toEqual([])
  })

  it('takes nothing more from a tillitsvalgt once a round is open, lets uh write on, and has it all after a restart', async () => {
    const { id, eier, uh } = await partnership()
    const [tillitsvalgt, second] = [browserAt(base), browserAt(base)]
    for (const [browser, role] of [[tillitsvalgt, 'tillitsvalgt'], [second, 'eier']] as const) {
      const invitation = await eier.send('POST', `/api/behovsmeldinger/${id}/invitations`, { role })
      await browser.send('POST', '/api/sign-in', { token: tokenIn(stringAt(invitation.json, 'link')), name: role })
    }
    const [one, two, three] = [write(eier, id), write(uh, id), write(tillitsvalgt, id)]
    await Promise.all([one, two, three].map(synced))
    textOf(three.doc, 'navn').insert(0, 'før runden ')
    await reads(one, 'før runden ')

    const deadline = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10)
    const both = await Promise.all([eier, second].map(each => each.send('POST', `/api/behovsmeldinger/${id}/rounds`, { deadline })))
    expect(both.map(each => each.code).toSorted()).toEqual([null, 'round-open'])
    const hash = stringAt(both.find(each => each.code === null)?.json, 'hash')
    textOf(three.doc, 'navn').insert(0, 'FOR SENT ')
    const said = { hash, stance: 'uenig', union: 'Et forbund', basis: 'ks-b', statement: null }
    expect((await tillitsvalgt.send('POST', `/api/behovsmeldinger/${id}/rounds/1/stance`, said)).status).toBe(201)
    textOf(two.doc, 'navn').insert(0, 'etter at den ble åpnet ')
    await reads(one, 'etter at den ble åpnet ')
    expect(textOf(one.doc, 'navn').toString()).not.toContain('FOR SENT')
    expect(at((await uh.send('GET', `/api/behovsmeldinger/${id}/versions/1`)).json, 'values', 'navn')).toBe('før runden')

    const facts = { heldAt: '2026-11-22T10:00', place: '', attendants: [], bases: [], agreed: '', notAgreed: '' }
    expect((await eier.send('POST', `/api/behovsmeldinger/${id}/rounds/1/close`, facts)).status).toBe(200)
    const protokoll = await uh.send('GET', `/api/behovsmeldinger/${id}/rounds/1/protokoll`)
    for (const provider of opened.splice(0)) provider.destroy()
    await live.stop()
    await store.close()
    await open()
    expect((await uh.send('GET', `/api/behovsmeldinger/${id}/rounds/1/protokoll`)).text).toBe(protokoll.text)
    expect((await tillitsvalgt.send('GET', `/api/behovsmeldinger/${id}/medbestemmelse`)).json).toMatchObject({ open: null, rounds: [{ hash, stances: [{ stance: 'uenig' }] }] })
    expect(await verifyVersions(store)).toEqual([])
  })

  it('shows a comment’s mark to everybody, and has it after a restart and in a new epoch; its words are in no readable copy', async () => {
    const { id, eier, uh } = await partnership()
    const [one, two] = [write(eier, id), write(uh, id)]
    await Promise.all([synced(one), synced(two)])
    writeRichText(richOf(two.doc, 'om'), richTextFrom('Kommunen vil styrke kompetansen i barnehagene.'))
    const marked = (provider: WebsocketProvider): Promise<void> => changes(provider, () => anchorsIn(provider.doc).size > 0)
    const quoted = { kind: 'text', key: 'om', quote: 'styrke kompetansen', before: 'Kommunen vil ', after: ' i barnehagene.' }
    await changes(one, () => readRichText(richOf(one.doc, 'om')) !== null)
    const begun = await eier.send('POST', `/api/behovsmeldinger/${id}/comments`, { place: quoted, text: 'HEMMELIG spørsmål' })
    expect(begun.status).toBe(201)
    const thread = stringAt(begun.json, 'id')
    await Promise.all([marked(one), marked(two)])
    expect([one, two].map(({ doc }) => anchorsIn(doc).get(thread)?.[0]?.words)).toEqual(['styrke kompetansen', 'styrke kompetansen'])

    for (const provider of opened.splice(0)) provider.destroy()
    await live.stop()
    await store.close()
    expect(await readFile(join(folder, 'records.json'), 'utf8')).not.toContain('HEMMELIG')
    await open()
    await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    expect((await eier.send('GET', `/api/behovsmeldinger/${id}/versions/1`)).text).not.toContain(thread)
    await eier.send('POST', `/api/behovsmeldinger/${id}/reopen`, { reason: 'rettes' })
    const fresh = write(uh, id)
    await marked(fresh)
    expect(anchorsIn(fresh.doc).get(thread)?.[0]?.words).toBe('styrke kompetansen')
    expect((await uh.send('GET', `/api/behovsmeldinger/${id}/comments`)).json).toMatchObject({ threads: [{ id: thread, place: { quote: 'styrke kompetansen' }, entries: [{ text: 'HEMMELIG spørsmål' }] }] })
  })

  it('closes the sockets of a removed person at once', async () => {
    const { id, eier, uh } = await partnership()
    const provider = write(uh, id)
    await synced(provider)
    const end = closed(provider)
    const personId = stringAt((await uh.send('GET', '/api/me')).json, 'person', 'id')
    await eier.send('DELETE', `/api/behovsmeldinger/${id}/members/${personId}`)
    expect(await end).toBe(4403)
  })

  it('keeps links, sessions and the behovsmelding over a restart of the store', async () => {
    const { id, eier } = await partnership()
    await live.stop()
    await store.close()
    await open()
    expect((await eier.send('GET', `/api/behovsmeldinger/${id}`)).json).toMatchObject({ title: 'Nordvik', role: 'eier' })
  })
})
