import { resolve } from 'node:path'
import { baseUrlOf, readConfig } from '../config.ts'
import { giveSignInLink } from '../people/index.ts'
import { openEmbeddedStore } from '../store/embedded/index.ts'
import { StorageError } from '../store/port/index.ts'
import { findPerson } from './find-person.ts'

const tell = (message: string): void => { process.stderr.write(`${message}\n`) }

/** Prints a one-time link that signs a person in: without words the administrator, else who has that id, or whose name holds the words. */
async function main (): Promise<void> {
  const read = readConfig(process.env, resolve(import.meta.dirname, '../..'))
  if ('wrong' in read) throw new StorageError(read.wrong.join('\n'))
  const store = await openEmbeddedStore({ folder: read.config.dataFolder, log: { info: () => undefined, warn: tell, error: tell } })
  try {
    const found = findPerson([...store.table('people').values()], process.argv.slice(2).join(' '))
    if ('many' in found) throw new StorageError(`More than one person fits. Give an id:\n${found.many.map(({ id, name }) => `  ${id}  ${name}`).join('\n')}`)
    if ('nobody' in found) throw new StorageError('Nobody fits. Give a name or an id as in records.json; without one it is the administrator.')
    const link = await giveSignInLink(store, found.person.id, Date.now(), baseUrlOf(read.config))
    process.stdout.write(`${found.person.name}, once, within 14 days: ${link}\n`)
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  tell(error instanceof StorageError ? error.message : error instanceof Error ? error.stack ?? error.message : String(error))
  process.exitCode = 1
})
