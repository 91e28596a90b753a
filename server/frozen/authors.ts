import { carryAuthors, type Authorship, type CarriedAuthors } from '@samskriv/shared/authors'
import type { Template } from '@samskriv/shared/template'
import { canonicalBytes } from '@samskriv/shared/version'
import { epochAuthorsId, versionAuthorsId, type AuthorsRecord, type VersionRecord } from '@samskriv/shared/workflow'
import * as Y from 'yjs'
import { StorageError, type Change, type Store } from '../store/port/index.ts'
import type { Fresh } from './content.ts'

async function read (store: Pick<Store, 'table' | 'getFile'>, id: string): Promise<unknown> {
  const record = store.table('authors').get(id)
  if (record === undefined) return null
  const bytes = await store.getFile(record.file)
  if (bytes === null) throw new StorageError(`The file of who wrote ${id} is gone. Bring it back from a backup.`)
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** Keeps who wrote something as a file, and gives the change that names it. */
async function keep (store: Pick<Store, 'putFile'>, record: Omit<AuthorsRecord, 'file'>, what: Authorship | CarriedAuthors): Promise<Change> {
  return { table: 'authors', put: { ...record, file: await store.putFile(canonicalBytes(what)) } }
}

/** What an epoch carried over of who wrote its first text; null: nothing. The bytes have the hash that was recorded: they are what was written. */
export async function carriedInto (store: Pick<Store, 'table' | 'getFile'>, behovsmelding: string, epoch: number): Promise<CarriedAuthors | null> {
  return await read(store, epochAuthorsId(behovsmelding, epoch)) as CarriedAuthors | null
}

/** Keeps who wrote a version's text, beside it: it is no part of what is hashed. */
export async function keepVersionAuthors (store: Pick<Store, 'putFile'>, { behovsmelding, number }: Pick<VersionRecord, 'behovsmelding' | 'number'>, authorship: Authorship): Promise<Change> {
  return await keep(store, { id: versionAuthorsId(behovsmelding, number), behovsmelding }, authorship)
}

/** Keeps who wrote what a new epoch's first text is made of, as far as it is known of the version it comes from. Null: nothing is. */
export async function keepCarriedAuthors (store: Pick<Store, 'table' | 'getFile' | 'putFile'>, version: VersionRecord, epoch: number, template: Template, fresh: Fresh): Promise<Change | null> {
  const authorship = await read(store, versionAuthorsId(version.behovsmelding, version.number)) as Authorship | null
  if (authorship === null) return null
  const doc = new Y.Doc()
  Y.applyUpdate(doc, fresh.update)
  const carried = carryAuthors(template, doc, fresh.client, authorship)
  doc.destroy()
  return await keep(store, { id: epochAuthorsId(version.behovsmelding, epoch), behovsmelding: version.behovsmelding }, carried)
}
