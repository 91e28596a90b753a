import { anchorsIn, lineOf, putMark } from '@samskriv/shared/comment'
import { fill, leftoversOf, richOf, type Values } from '@samskriv/shared/document'
import { readRichText, type RichTextNode } from '@samskriv/shared/rich-text'
import { suggestChange, suggestedChanges } from '@samskriv/shared/suggest'
import { ins, p, rich } from '@samskriv/shared/testing'
import { canonicalBytes, sha256, type VersionBody } from '@samskriv/shared/version'
import type { VersionRecord } from '@samskriv/shared/workflow'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryStore, type MemoryStore } from '../http/testing/memory-store.ts'
import { template } from '../http/testing/house.ts'
import { authoredOf, freshContent, leftoversIn, projectionOf } from './content.ts'
import { verifyVersions } from './index.ts'
import { plainValue } from './plain.ts'

async function addVersion (store: MemoryStore, number: number, previous: string | null, change: Partial<VersionBody> = {}): Promise<VersionRecord> {
  const body: VersionBody = { format: 'samskriv-version/1', behovsmelding: 'b', number, previous, template: { id: 'test', version: 1 }, values: { sum: number }, ...change }
  const hash = await store.putFile(canonicalBytes(body))
  const record: VersionRecord = {
    id: `b/${number}`, behovsmelding: 'b', number, previous, hash, kind: 'lock', epoch: 1, at: '2026-01-01T00:00:00.000Z', by: { personId: 'p', name: 'p', role: 'eier' },
  }
  await store.commit({ changes: [{ table: 'versions', put: record }] })
  return record
}

async function threeVersions (): Promise<{ store: MemoryStore, versions: VersionRecord[] }> {
  const store = memoryStore()
  const versions: VersionRecord[] = []
  for (const number of [1, 2, 3]) versions.push(await addVersion(store, number, versions.at(-1)?.hash ?? null))
  return { store, versions }
}

describe('checking all versions', () => {
  it('finds nothing when all is as it was made', async () => {
    expect(await verifyVersions((await threeVersions()).store)).toEqual([])
  })

  it('finds a version taken out of the row', async () => {
    const { store } = await threeVersions()
    await store.commit({ changes: [{ table: 'versions', remove: 'b/2' }] })
    expect(await verifyVersions(store)).toEqual([{ behovsmelding: 'b', number: 3, fault: 'number' }])
  })

  it('finds a version put in place of another, and the one after it that names another hash', async () => {
    const { store, versions } = await threeVersions()
    await addVersion(store, 2, versions[0]?.hash ?? null, { values: { sum: 999 } })
    expect(await verifyVersions(store)).toEqual([{ behovsmelding: 'b', number: 3, fault: 'chain' }])
  })

  it('finds a file that is gone, one that is damaged, and one that says something else than its record', async () => {
    const { store, versions } = await threeVersions()
    store.files.delete(versions[0]?.hash ?? '')
    expect(await verifyVersions(store)).toEqual([{ behovsmelding: 'b', number: 1, fault: 'file' }])
    const other = await addVersion(store, 1, null, { behovsmelding: 'en-annen' })
    expect(await verifyVersions(store)).toEqual([{ behovsmelding: 'b', number: 1, fault: 'content' }, { behovsmelding: 'b', number: 2, fault: 'chain' }])
    const loose = new TextEncoder().encode('{ "number": 1 }')
    store.files.set(await sha256(loose), loose)
    await store.commit({ changes: [{ table: 'versions', put: { ...other, hash: await sha256(loose) } }] })
    expect(await verifyVersions(store)).toContainEqual({ behovsmelding: 'b', number: 1, fault: 'content' })
  })
})

describe('plain data out of a document', () => {
  it('holds nothing that JSON, or Unicode, cannot', () => {
    const odd = { a: Number.POSITIVE_INFINITY, b: 10n, c: 'x\ud800', d: undefined, e: new Uint8Array([1]), f: [null, { g: Number.NaN }], h: true, i: 0 }
    const plain = plainValue(odd)
    expect(plain).toEqual({ a: { unread: 'Infinity' }, b: { unread: '10' }, c: 'x\ufffd', e: { unread: '' }, f: [null, { g: { unread: 'NaN' } }], h: true, i: 0 })
    expect(() => canonicalBytes(plain)).not.toThrow()
  })

  it('is the very same where there was nothing odd', () => {
    const values = { navn: 'Ærlig 😀', sum: 1.5, om: { type: 'doc', content: [{ type: 'paragraph' }] } }
    expect(plainValue(values)).toEqual(values)
  })
})

const lines = (...texts: string[]): RichTextNode => ({ type: 'doc', content: texts.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })

describe('thawing', () => {
  it('gives a document with the same text and what an intake left over, and none of the old history', () => {
    const old = new Y.Doc()
    leftoversOf(old).set('x', { label: 'Annet', text: 'står igjen' })
    const values = { navn: 'Nordvik', sum: 330000, om: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hvorfor' }] }] } }
    const earlier = { update: Y.encodeStateAsUpdate(old) }
    const { update } = freshContent(template, values, leftoversIn(earlier), earlier)
    expect(projectionOf(template, { update })).toEqual({ template: { id: 'test', version: 1 }, values })
    expect([...leftoversIn({ update }).keys()]).toEqual(['x'])
    expect(Y.parseUpdateMeta(update).to.has(old.clientID)).toBe(false)
  })

  it('takes along what nobody had decided about, where the text it is about is still the same', () => {
    const old = new Y.Doc()
    const suggested = rich(p('Hvorfor ', ins('nå', 'aslaug', 'ny01')))
    fill(template, old, { navn: 'Nordvik', om: suggested })
    const carried = (om: RichTextNode): RichTextNode | null => {
      const fresh = new Y.Doc()
      Y.applyUpdate(fresh, freshContent(template, { om }, new Map(), { update: Y.encodeStateAsUpdate(old) }).update)
      return readRichText(richOf(fresh, 'om'), 'shown')
    }
    expect(carried(rich(p('Hvorfor ')))).toEqual(suggested)
    expect(carried(rich(p('Derfor')))).toEqual(rich(p('Derfor')))
  })

  it('takes along suggested answers the text does not say already', () => {
    const old = new Y.Doc()
    fill(template, old, { navn: 'Nordvik', sum: 100 })
    suggestChange(old, 'aslaug', { kind: 'answer', key: 'sum', before: 100, after: 250 })
    suggestChange(old, 'kari', { kind: 'answer', key: 'navn', before: 'Nordvik', after: 'Sørvik' })
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, freshContent(template, { navn: 'Sørvik', sum: 300 }, new Map(), { update: Y.encodeStateAsUpdate(old) }).update)
    expect(suggestedChanges(template, fresh)).toEqual([{ by: 'aslaug', change: { kind: 'answer', key: 'sum', before: 100, after: 250 } }])
    expect(authoredOf(template, { update: Y.encodeStateAsUpdate(fresh) }, null).undecided).toBe(1)
  })

  it('puts comments on the words they were on, and none where the words are gone', () => {
    const old = new Y.Doc()
    fill(template, old, { om: lines('Vi vil styrke alle.', 'Barnehagene er med i alt vi gjør.') })
    const line = lineOf(richOf(old, 'om'))
    old.transact(() => { for (const [thread, words] of [['traad1', 'styrke'], ['traad2', 'med i alt']] as const) putMark(line, { from: line.words.indexOf(words), to: line.words.indexOf(words) + words.length }, thread) })
    const earlier = { update: Y.encodeStateAsUpdate(old) }
    const anchorsAfter = (values: Values): unknown => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, freshContent(template, values, new Map(), earlier).update)
      return Object.fromEntries([...anchorsIn(doc)].map(([thread, anchors]) => [thread, anchors.map(({ words }) => words)]))
    }
    expect(anchorsAfter(projectionOf(template, earlier).values)).toEqual({ traad1: ['styrke'], traad2: ['med i alt'] })
    expect(anchorsAfter({ om: lines('Før dette.', 'Barnehagene er nå med i alt vi gjør.') })).toEqual({ traad2: ['med i alt'] })
    expect(canonicalBytes(projectionOf(template, freshContent(template, projectionOf(template, earlier).values, new Map(), earlier)))).toEqual(canonicalBytes(projectionOf(template, earlier)))
  })

  it('reads a room nobody has written in as empty', () => {
    expect(projectionOf(template, { update: new Uint8Array() }).values).toEqual({})
  })
})
