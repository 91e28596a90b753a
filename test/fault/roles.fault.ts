import { may, roles, type Action, type Role } from '@samskriv/shared/access'
import type { AuditPage, BehovsmeldingView, CommentsView, MedbestemmelseView } from '@samskriv/shared/api'
import type { Refusal } from '@samskriv/shared/base'
import { project } from '@samskriv/shared/document'
import { templateById } from '@samskriv/shared/template'
import { expect, test } from 'playwright/test'
import * as Y from 'yjs'
import { dataFolder, fillDemo, signIn, startServer } from '../fixture/server.ts'
import { join, until } from '../fixture/writer.ts'

const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date())
const facts = { heldAt: `${today}T10:00`, place: '', attendants: [], bases: [], agreed: '', notAgreed: '' }

interface Stand { readonly view: BehovsmeldingView, readonly rounds: MedbestemmelseView, readonly comments: CommentsView }
interface Attempt { readonly needs: Action, readonly method: string, readonly path: (stand: Stand) => string, readonly body?: (stand: Stand) => unknown }

const thread = ({ comments }: Stand): string => `/comments/${comments.threads[0]?.id ?? ''}`
const firstEntry = (stand: Stand): string => `${thread(stand)}/entries/${stand.comments.threads[0]?.entries[0]?.id ?? ''}`
const round = ({ rounds }: Stand): string => `/rounds/${rounds.rounds.at(-1)?.number ?? 1}`
const words = { text: 'Ikke mine ord.', mentions: [] }

/** Every write there is over HTTP, and the action of the table of rights it needs. */
const attempts: readonly Attempt[] = [
  { needs: 'comment', method: 'POST', path: () => '/comments', body: () => ({ place: { kind: 'whole' }, author: { personId: 'demoeier', name: 'En annen', role: 'eier' }, ...words }) },
  { needs: 'comment', method: 'POST', path: stand => `${thread(stand)}/entries`, body: () => words },
  { needs: 'comment', method: 'POST', path: stand => `${thread(stand)}/resolve`, body: () => ({ why: 'Nok.' }) },
  {
    needs: 'stance', method: 'POST', path: stand => `${round(stand)}/stance`,
    body: ({ rounds }) => ({ hash: rounds.rounds.at(-1)?.hash ?? '0'.repeat(64), stance: 'enig', union: 'Et forbund', basis: 'ks-b', statement: null, by: { personId: 'demotillit' } }),
  },
  { needs: 'stance', method: 'DELETE', path: stand => `${round(stand)}/stance` },
  { needs: 'open-round', method: 'POST', path: () => '/rounds', body: () => ({ deadline: nextWeek }) },
  { needs: 'move-deadline', method: 'PUT', path: stand => `${round(stand)}/deadline`, body: () => ({ deadline: today }) },
  { needs: 'close-round', method: 'POST', path: stand => `${round(stand)}/close`, body: () => facts },
  { needs: 'name-version', method: 'POST', path: () => '/versions', body: () => ({ kind: 'named', name: 'Min' }) },
  { needs: 'write', method: 'POST', path: () => '/versions', body: () => ({ kind: 'before-intake' }) },
  { needs: 'write', method: 'POST', path: () => '/images', body: () => 'ingen bilde' },
  { needs: 'restore', method: 'POST', path: () => '/restore', body: () => ({ version: 1 }) },
  { needs: 'lock', method: 'POST', path: () => '/lock', body: () => ({ reason: 'Fordi.' }) },
  { needs: 'reopen', method: 'POST', path: () => '/reopen', body: () => ({ reason: 'Fordi.' }) },
  { needs: 'deliver', method: 'POST', path: () => '/deliver', body: ({ view }) => ({ version: view.versions.at(-1)?.number ?? 1, on: today, to: 'Noen', reference: '', language: 'nb' }) },
  { needs: 'invite', method: 'POST', path: () => '/invitations', body: () => ({ role: 'eier' }) },
  { needs: 'remove-member', method: 'DELETE', path: () => '/members/demouh' },
  { needs: 'propose', method: 'POST', path: () => '/proposals', body: () => ({ epoch: 1, changes: [] }) },
  { needs: 'read-audit', method: 'GET', path: () => '/audit' },
]

/** What nobody but who wrote it may do, in any state. */
const othersWords: readonly Omit<Attempt, 'needs'>[] = [
  { method: 'PUT', path: firstEntry, body: () => words },
  { method: 'DELETE', path: firstEntry },
]

const codeOf = async (answer: Response): Promise<string> => answer.ok ? 'taken' : (await answer.json() as { readonly refusal: Refusal }).refusal.code

test('a hostile client in each role and state gets nothing done that it may not: refused, told, audited, nothing changed', async () => {
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  const server = await startServer(folder)
  const cookies = Object.fromEntries(await Promise.all(roles.map(async role => [role, await signIn(server, links[role])] as const))) as Record<Role, string>
  const call = (who: Role | null, method: string, path: string, body?: unknown): Promise<Response> => fetch(`${server.baseUrl}/api/behovsmeldinger/${documentId}${path}`, {
    method, headers: { 'Content-Type': 'application/json', ...(who === null ? {} : { Cookie: cookies[who] }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const read = async <T>(path: string): Promise<T> => await (await call('eier', 'GET', path)).json() as T
  const stand = async (): Promise<Stand> => ({ view: await read(''), rounds: await read('/medbestemmelse'), comments: await read('/comments') })
  const watcher = join(server, cookies.eier, documentId)
  await until(() => watcher.provider.synced, 'the text')
  const form = templateById('nordland-2024')
  // Who happens to be there is no change.
  const snapshot = async (): Promise<string> => JSON.stringify([await stand(), await read('/proposals'), form === null ? null : project(form, watcher.doc)]).replaceAll(/"online":(?:true|false)/g, '')
  const make = async (path: string, body: unknown): Promise<void> => { expect(await codeOf(await call('eier', 'POST', path, body)), path).toBe('taken') }
  let tried = 0

  /** Tries everything that is not allowed now. */
  async function tryAll (where: string): Promise<void> {
    const now = await stand()
    const { state } = now.view
    const before = await snapshot()
    for (const role of roles) {
      for (const { needs, method, path, body } of attempts) {
        if (may(role, state, needs)) continue
        tried++
        expect(['not-allowed', 'wrong-state'], `${where}: ${role}, ${method} ${path(now)}`).toContain(await codeOf(await call(role, method, path(now), body?.(now))))
      }
      if (role !== 'eier') for (const { method, path, body } of othersWords) {
        tried++
        expect(['not-allowed', 'wrong-state'], `${where}: ${role}, ${method} another's words`).toContain(await codeOf(await call(role, method, path(now), body?.(now))))
      }
      if (!may(role, state, 'write')) await tryWriting(role, `${where}: ${role} writes`)
    }
    for (const { method, path, body } of attempts) expect(await codeOf(await call(null, method, path(now), body?.(now))), where).toBe('not-signed-in')
    expect(await snapshot() === before, `${where}: nothing changed`).toBe(true)
  }

  async function tryWriting (role: Role, what: string): Promise<void> {
    const hostile = join(server, cookies[role], documentId, { answers: '1' })
    await until(() => hostile.provider.synced, what)
    hostile.doc.getMap('values').set('sums/regional/eier', 1)
    hostile.doc.getText('text:eier').insert(0, 'Kapret')
    await until(() => hostile.refused().length > 0, `${what}: told`)
    tried++
    expect(['not-allowed', 'wrong-state', 'only-suggest'], what).toContain(hostile.refused()[0])
    hostile.leave()
  }

  await make('/comments', { place: { kind: 'whole' }, text: 'Eierens ord.', mentions: [] })
  await tryAll('utkast')
  await make('/rounds', { deadline: nextWeek })
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
  const before = JSON.stringify(fresh.doc.getText('text:eier').toJSON())
  for (const role of ['eier', 'uh', 'tillitsvalgt'] as const) {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(old))
    const hostile = join(server, cookies[role], documentId, { answers: '1' }, copy)
    await until(() => hostile.refused().includes('old-epoch'), `${role} is told that the epoch is over`)
    tried++
    hostile.leave()
  }
  expect(JSON.stringify(fresh.doc.getText('text:eier').toJSON())).toBe(before)
  fresh.leave()

  const log = await read<AuditPage>('/audit?refused=1&most=200')
  const audited = new Set(log.entries.map(entry => `${entry.person?.id ?? ''} ${entry.action}`))
  for (const role of ['uh', 'leser'] as const) for (const action of ['open-round', 'move-deadline', 'lock', 'stance', 'invite']) expect([...audited]).toContain(`demo${role} ${action}`)
  expect(log.total).toBeGreaterThan(40)
  expect(tried).toBeGreaterThan(150)
  expect(await server.stop()).toBe(0)
  await remove()
})
