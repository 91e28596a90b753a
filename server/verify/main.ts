import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { openForReading } from '../store/embedded/index.ts'
import { StorageError } from '../store/port/index.ts'
import { check, isWhole } from './check.ts'
import { report } from './report.ts'

/** 0: all is as it was made. 1: something is wrong. 2: it could not be checked. */
const exit = { whole: 0, wrong: 1, unchecked: 2 } as const

const usage = 'Usage: npm run verify -- [--data DIR]   (default: DATA_DIR, else the folder data)'

// `--data DIR` or `--data=DIR`, or nothing.
function folderNamed (args: readonly string[], byDefault: string): string | null {
  const [name, value, ...rest] = args.flatMap(arg => arg.startsWith('--data=') ? ['--data', arg.slice('--data='.length)] : [arg])
  if (name === undefined) return byDefault
  return name === '--data' && value !== undefined && value !== '' && rest.length === 0 ? resolve(value) : null
}

const tell = (message: string): void => { process.stderr.write(`${message}\n`) }

async function main (): Promise<void> {
  const read = readConfig({ DATA_DIR: process.env['DATA_DIR'] }, resolve(import.meta.dirname, '../..'))
  if ('wrong' in read) throw new StorageError(read.wrong.join('\n'))
  const folder = folderNamed(process.argv.slice(2), read.config.dataFolder)
  if (folder === null) throw new StorageError(usage)
  const store = await openForReading(folder, { info: () => undefined, warn: tell, error: tell })
  try {
    const checked = await check(store)
    process.stdout.write(`${folder}\n${report(checked).join('\n')}\n`)
    process.exitCode = isWhole(checked) ? exit.whole : exit.wrong
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  tell(error instanceof StorageError ? error.message : error instanceof Error ? error.stack ?? error.message : String(error))
  process.exitCode = exit.unchecked
})
