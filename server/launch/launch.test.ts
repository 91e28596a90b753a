import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { serverEnvironment, serverOptions } from './server.mjs'

const folder = mkdtempSync(join(tmpdir(), 'samskriv-compiled-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const run = (cache: string, ...args: string[]): string => execFileSync(process.execPath, [...serverOptions, ...args], {
  cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, ...serverEnvironment, NODE_COMPILE_CACHE: join(folder, cache) },
})

// Amaro is what takes the types off, in WebAssembly: some 20 MB once it is loaded.
const loadAndTell = `await import('../serve.ts'); console.log(process.moduleLoadList.some(name => name.includes('amaro')))`
const isCompiling = (cache: string): boolean => run(cache, '--input-type=module', '--eval', loadAndTell).trim() === 'true'

it('starts the server without the compiler once the launcher has loaded it', () => {
  run('loaded', 'load.mjs')
  expect(isCompiling('loaded')).toBe(false)
  expect(isCompiling('empty')).toBe(true)
})
