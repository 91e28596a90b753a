// What has to be there before anything runs. Plain JavaScript for the Node of the machine (20.19 or newer): nothing is
// installed yet when this starts.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serverEnvironment, serverOptions } from './server.mjs'

/** The project's folder. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const manifests = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'client/package.json', 'server/package.json', 'shared/package.json', 'test/package.json']
const installedMark = join(project, 'node_modules/.samskriv-installed')
const builtMark = join(project, 'client/dist/.samskriv-built')
const compiledMark = join(project, 'node_modules/.samskriv-compiled/.samskriv-mark')

/** Ends the process with a message that says what to do. */
export function stop (message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

function run (command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: project, stdio: ['ignore', 2, 2], shell: process.platform === 'win32', ...options })
  if (result.error !== undefined) stop(`${command} could not be started: ${result.error.message}`)
  return result.status === 0
}

function isUpToDate (mark, fingerprint) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint
}

function writeMark (mark, fingerprint) {
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, fingerprint)
}

/** Installs what the lockfile says, with the pnpm that package.json pins; does nothing when that is done already. */
export function install () {
  const hash = createHash('sha256')
  for (const manifest of manifests) hash.update(readFileSync(join(project, manifest)))
  const fingerprint = hash.digest('hex')
  if (isUpToDate(installedMark, fingerprint)) return
  // Not the field packageManager: pnpm 12 would then want to manage itself through the lockfile.
  const { pnpm } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).config
  process.stderr.write(`Installing with pnpm ${pnpm} …\n`)
  if (!run('npx', ['--yes', `pnpm@${pnpm}`, 'install', '--frozen-lockfile'])) {
    stop('The installation failed. Is the npm registry reachable from this machine? The lines above say what went wrong.')
  }
  writeMark(installedMark, fingerprint)
}

/** The Node that runs Samskriv: the one the lockfile pins, or the machine's where that is new enough. */
export function node () {
  const pinned = join(project, 'node_modules/.bin/node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(`Samskriv runs on Node 24. There is no pinned one for ${process.platform} ${process.arch}, and this machine has ${process.version}: install Node 24.`)
}

function newestChange (folder) {
  let newest = 0
  let files = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const inside = newestChange(path)
      newest = Math.max(newest, inside.newest)
      files += inside.files
    } else {
      newest = Math.max(newest, statSync(path).mtimeMs)
      files++
    }
  }
  return { newest, files }
}

/** Builds the client when anything it is made of has changed since it was built. */
export function buildClient () {
  const parts = ['client', 'shared'].map(folder => newestChange(join(project, folder)))
  const fingerprint = `${JSON.stringify(parts)} ${existsSync(installedMark) ? readFileSync(installedMark, 'utf8') : ''}`
  if (isUpToDate(builtMark, fingerprint)) return
  process.stderr.write('Building the client …\n')
  if (!run(node(), [join(project, 'client/node_modules/vite/bin/vite.js'), 'build', 'client', '--config', 'client/vite.config.ts', '--logLevel', 'warn'])) {
    stop('The client could not be built. The lines above say what went wrong.')
  }
  writeMark(builtMark, fingerprint)
}

/** Has Node compile the server when anything it is made of has changed since: the server then starts, and stays, without the compiler. */
export function compileServer () {
  const parts = ['server', 'shared'].map(folder => newestChange(join(project, folder)))
  const fingerprint = `${JSON.stringify(parts)} ${existsSync(installedMark) ? readFileSync(installedMark, 'utf8') : ''}`
  if (isUpToDate(compiledMark, fingerprint)) return
  // Not having it costs some memory, nothing else.
  if (run(node(), [...serverOptions, join(project, 'server/launch/load.mjs')], { env: { ...serverEnvironment, ...process.env } })) writeMark(compiledMark, fingerprint)
}

/** Runs a program of ours with the pinned Node until it ends, and ends as it did. Signals to stop are passed on. `environment` is what is set where the operator has not. */
export function hand (args, environment = {}) {
  const child = spawn(node(), args, { cwd: project, stdio: 'inherit', env: { ...environment, ...process.env } })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => { child.kill(signal) })
  child.on('error', error => { stop(`Node could not be started: ${error.message}`) })
  child.on('exit', (code, signal) => { process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)) })
}
