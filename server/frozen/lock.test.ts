import { refused } from '@samskriv/shared/base'
import { canonicalBytes, type VersionBody } from '@samskriv/shared/version'
import { fill, richOf, type Values } from '@samskriv/shared/document'
import { decide } from '@samskriv/shared/suggest'
import { del, ins, p, rich } from '@samskriv/shared/testing'
import { isoTime, type VersionRecord } from '@samskriv/shared/workflow'
import { beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { bareSeed, fakeLive } from '../http/testing/fake-live.ts'
import { template } from '../http/testing/house.ts'
import { memoryStore, type MemoryStore } from '../http/testing/memory-store.ts'
import { createWorkflow } from '../workflow/index.ts'
import { lock, type FrozenParts, type LockWish } from './index.ts'

const now = Date.UTC(2026, 10, 22, 9)
const at = isoTime(now)
const paragraph = (text: string): Values => ({ navn: 'Nordvik', om: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } })
const wish: LockWish = { personId: 'eier', behovsmelding: 'b' }
const quiet = (): void => undefined
let store: MemoryStore
let parts: FrozenParts
let doc: Y.Doc

beforeEach(async () => {
  store = memoryStore()
  const live = fakeLive()
  doc = live.doc('b', 1)
  parts = {
    workflow: createWorkflow({ store, now: () => now, rightsChanged: quiet, told: quiet, auditFailed: quiet }),
    template: () => template,
    findings: () => ({ errors: 0, warnings: 0 }),
    live: { hold: live.hold, read: live.read, room: (id, epoch) => `${id}@${epoch}`, seedEntry: bareSeed },
  }
  await store.commit({ changes: [
    { table: 'people', put: { id: 'eier', name: 'eier', language: 'nb', admin: false, mayStart: true, createdAt: at } },
    { table: 'behovsmeldinger', put: { id: 'b', title: 'b', template: { id: 'test', version: 1 }, state: 'medbestemmelse', epoch: 1, createdBy: 'eier', createdAt: at, changedAt: at } },
    { table: 'memberships', put: { id: 'b/eier', behovsmelding: 'b', personId: 'eier', role: 'eier', since: at } },
  ] })
})

async function round (number: number, previous: string | null, values: Values): Promise<VersionRecord> {
  const body: VersionBody = { format: 'samskriv-version/1', behovsmelding: 'b', number, previous, template: { id: 'test', version: 1 }, values }
  const hash = await store.putFile(canonicalBytes(body))
  const record: VersionRecord = { id: `b/${number}`, behovsmelding: 'b', number, previous, hash, kind: 'round', epoch: 1, at, by: { personId: 'eier', name: 'eier', role: 'eier' } }
  await store.commit({ changes: [{ table: 'versions', put: record }] })
  return record
}

describe('locking after medbestemmelse', () => {
  it('asks no reason when the text is what medbestemmelse saw, though number and link differ', async () => {
    await round(1, null, paragraph('Hvorfor'))
    fill(template, doc, paragraph('Hvorfor'))
    const locked = await lock(parts, wish)
    expect(locked).toMatchObject({ ok: true, value: { number: 2, kind: 'lock' } })
    expect(locked.ok ? locked.value : null).not.toHaveProperty('differsFrom')
  })

  it('asks a reason when it is another text, tells from which version, and records both', async () => {
    await round(1, null, paragraph('Hvorfor'))
    fill(template, doc, paragraph('Hvorfor ikke'))
    expect(await lock(parts, wish)).toEqual(refused('reason-needed', { count: 0, differsFrom: 1 }))
    expect(store.table('behovsmeldinger').get('b')?.state).toBe('medbestemmelse')
    expect(await lock(parts, { ...wish, reason: 'en skrivefeil' })).toMatchObject({ ok: true, value: { number: 2, differsFrom: 1, reason: 'en skrivefeil' } })
    expect(store.entries.at(-1)).toMatchObject({ action: 'lock', result: 'done', facts: { version: 2, differsFrom: 1, reason: 'en skrivefeil' } })
  })

  it('compares with the last round only', async () => {
    const first = await round(1, null, paragraph('Hvorfor'))
    await round(2, first.hash, paragraph('Hvorfor ikke'))
    fill(template, doc, paragraph('Hvorfor ikke'))
    expect(await lock(parts, wish)).toMatchObject({ ok: true, value: { number: 3 } })
  })

  it('calls a text that reads the same the same: an empty paragraph at its end is nothing to give reasons for', async () => {
    await round(1, null, { navn: 'Nordvik' })
    fill(template, doc, { navn: 'Nordvik', om: { type: 'doc', content: [{ type: 'paragraph' }] } })
    expect(await lock(parts, wish)).toMatchObject({ ok: true, value: { number: 2 } })
  })

  it('without any round asks nothing', async () => {
    fill(template, doc, paragraph('Hvorfor'))
    expect(await lock(parts, wish)).toMatchObject({ ok: true, value: { number: 1 } })
  })

  it('refuses when a round was opened while it waited for the text', async () => {
    await round(1, null, paragraph('Hvorfor'))
    fill(template, doc, paragraph('Hvorfor'))
    const { hold } = parts.live
    const slow: FrozenParts = { ...parts, live: { ...parts.live, hold: async (id, epoch, work) => {
      await round(2, store.table('versions').get('b/1')?.hash ?? null, paragraph('Hvorfor ikke'))
      return await hold(id, epoch, work)
    } } }
    expect(await lock(slow, { ...wish, reason: 'x' })).toEqual(refused('changed-meanwhile'))
  })
})

describe('locking with suggestions undecided', () => {
  const suggested: Values = { navn: 'Nordvik', om: rich(p('Hvorfor ', ins('nå', 'aslaug', 'ny01'), del('ikke', 'marit', 'bort1'))) }

  it('asks a reason, says in the version how many there were, and hashes the text as it stands without them', async () => {
    fill(template, doc, suggested)
    expect(await lock(parts, wish)).toEqual(refused('reason-needed', { count: 0, suggestions: 2 }))
    const locked = await lock(parts, { ...wish, reason: 'tas i neste utgave' })
    expect(locked).toMatchObject({ ok: true, value: { number: 1, suggestions: 2, reason: 'tas i neste utgave' } })
    expect(store.entries.at(-1)).toMatchObject({ action: 'lock', facts: { suggestions: 2 } })
    const bytes = locked.ok ? await store.getFile(locked.value.hash) : null
    expect(JSON.parse(new TextDecoder().decode(bytes ?? undefined))).toMatchObject({ values: { om: rich(p('Hvorfor ikke')) } })
  })

  it('asks nothing once they are decided, and the version says nothing of them', async () => {
    fill(template, doc, suggested)
    doc.transact(() => { decide(richOf(doc, 'om'), () => true, 'accept') })
    const locked = await lock(parts, wish)
    expect(locked.ok ? locked.value : null).not.toHaveProperty('suggestions')
  })
})
