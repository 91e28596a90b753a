import { may, roles, type Role } from '@samskriv/shared/access'
import type { AuditPage } from '@samskriv/shared/api'
import type { Refusal } from '@samskriv/shared/base'
import { project, textOf, valuesOf } from '@samskriv/shared/document'
import { templateById } from '@samskriv/shared/template'
import { expect, test } from 'playwright/test'
import * as Y from 'yjs'
import { beyondRights, besidesRights, facts, inAnothersName, round, today, writes, type Stand } from '../fixture/hostile.ts'
import { dataFolder, fillDemo, signIn, startServer } from '../fixture/server.ts'
import { join, until, type Writer } from '../fixture/writer.ts'

const codeOf = async (answer: Response): Promise<string> => answer.ok ? 'taken' : (await answer.json() as { readonly refusal: Refusal }).refusal.code

test('a hostile client in each role and state gets nothing done that it may not: refused, told, audited, nothing changed', async () => {
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  let server = await startServer(folder)
  const cookies = Object.fromEntries(await Promise.all(roles.map(async role => [role, await signIn(server, links[role])] as const))) as Record<Role, string>
  const call = (who: Role | null, method: string, path: string, body?: unknown): Promise<Response> => fetch(`${server.baseUrl}/api/behovsmeldinger/${documentId}${path}`, {
    method, headers: { 'Content-Type': 'application/json', ...(who === null ? {} : { Cookie: cookies[who] }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const read = async <T>(path: string, who: Role = 'eier'): Promise<T> => await (await call(who, 'GET', path)).json() as T
  const stand = async (): Promise<Stand> => ({ view: await read(''), rounds: await read('/medbestemmelse'), comments: await read('/comments') })
  const { members } = (await stand()).view
  const watcher = join(server, cookies.eier, documentId)
  await until(() => watcher.provider.synced, 'the text')
  const form = templateById('nordland-2024')
  // As each of them sees it, drafts too. Who happens to be there is no change.
  const snapshot = async (): Promise<string> => JSON.stringify([
    await stand(), form === null ? null : project(form, watcher.doc),
    ...await Promise.all(roles.map(async role => [await read('/medbestemmelse', role), await read('/comments', role), await read('/proposals', role)])),
  ]).replaceAll(/"online":(?:true|false)/g, '')
  const make = async (path: string, body: unknown): Promise<void> => { expect(await codeOf(await call('eier', 'POST', path, body)), path).toBe('taken') }
  /** How often each was told no: what the audit log must say too. */
  const told: Record<string, number> = {}
  const note = (role: Role, action: string, code: string): void => {
    const line = `${members.find(member => member.role === role)?.person.id ?? ''} ${role} ${action} ${code}`
    told[line] = (told[line] ?? 0) + 1
  }

  /** Tries everything that is not allowed now. */
  async function tryAll (where: string): Promise<void> {
    const now = await stand()
    const before = await snapshot()
    for (const role of roles) {
      for (const { method, path, body, action, code } of [...beyondRights(now, role), ...inAnothersName(now, role), ...besidesRights(now, role)]) {
        expect(await codeOf(await call(role, method, path, body)), `${where}: ${role}, ${method} ${path}`).toBe(code)
        note(role, action, code)
      }
      await tryWriting(role, `${where}: ${role} writes`, now)
    }
    for (const { method, path, body } of writes) expect(await codeOf(await call(null, method, path(now), body?.(now))), where).toBe('not-signed-in')
    expect(await snapshot() === before, `${where}: nothing changed`).toBe(true)
  }

  async function tryWriting (role: Role, what: string, { view: { state } }: Stand): Promise<void> {
    // Whoever may write tries it under the id of the eier who sits there.
    const isForged = may(role, state, 'write')
    if (isForged && role === 'eier') return
    const hostile = join(server, cookies[role], documentId, { answers: '1' })
    await until(() => hostile.provider.synced, what)
    const own = hostile.doc.clientID
    if (isForged) hostile.doc.clientID = watcher.doc.clientID
    hostile.doc.transact(() => {
      valuesOf(hostile.doc).set('sums/regional/eier', 1)
      textOf(hostile.doc, 'eier').insert(0, 'Kapret')
    })
    const code = isForged ? 'foreign-author' : role === 'leser' ? 'not-allowed' : state === 'medbestemmelse' ? 'only-suggest' : 'wrong-state'
    await toldNo(hostile, role, code, what)
    hostile.doc.clientID = own
    hostile.leave()
  }

  async function toldNo (hostile: Writer, role: Role, code: string, what: string): Promise<void> {
    await until(() => hostile.refused().length > 0, `${what}: told`)
    expect(hostile.refused(), what).toEqual([code])
    note(role, 'write', code)
  }

  await make('/comments', { place: { kind: 'whole' }, text: 'Eierens ord.', mentions: [] })
  await tryAll('utkast')
  await make('/rounds', round)
  await make('/rounds/1/close', facts)
  await make('/rounds', round)
  await tryAll('medbestemmelse')
  await make('/lock', { reason: 'Fristen er i dag.' })
  await tryAll('låst')
  await make('/deliver', { version: (await stand()).view.versions.at(-1)?.number, on: today, to: 'Statsforvalteren', reference: '', language: 'nb' })
  await tryAll('levert')

  const old = new Y.Doc()
  Y.applyUpdate(old, Y.encodeStateAsUpdate(watcher.doc))
  watcher.leave()
  await make('/reopen', { reason: 'Sendt tilbake.' })
  const fresh = join(server, cookies.eier, documentId)
  await until(() => fresh.provider.synced, 'the new epoch')
  const before = JSON.stringify(form === null ? null : project(form, fresh.doc))
  // A leser is not asked what they have: what they write themself was tried above.
  for (const role of roles.filter(each => may(each, 'utkast', 'write'))) {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(old))
    const hostile = join(server, cookies[role], documentId, { answers: '1' }, copy)
    await toldNo(hostile, role, 'old-epoch', `${role} brings an old epoch`)
    hostile.leave()
  }
  expect(JSON.stringify(form === null ? null : project(form, fresh.doc))).toBe(before)
  fresh.leave()

  // What was still being counted is entered when the server stops.
  expect(await server.stop()).toBe(0)
  server = await startServer(folder)
  const audited: Record<string, number> = {}
  for (let from: number | null = 999_999_999; from !== null;) {
    const page: AuditPage = await read(`/audit?refused=1&most=200&from=${from}`)
    for (const { person, role, action, facts: said } of page.entries) {
      const line = `${person?.id ?? ''} ${role ?? ''} ${action} ${String(said['code'])}`
      audited[line] = (audited[line] ?? 0) + Number(said['count'] ?? 1)
    }
    expect(page.chain.ok).toBe(true)
    from = page.next
  }
  expect(audited).toEqual(told)
  expect(Object.values(told).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300)
  expect(await server.stop()).toBe(0)
  await remove()
})
