// Finds a Chromium for the browser stories, or gets one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { node, project } from './prepare.mjs'

const usual = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const say = line => { process.stderr.write(`${line}\n`) }

function installed () {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') {
    return existsSync(named) ? { path: named } : { missing: `CHROMIUM names ${named}, but there is no such file.` }
  }
  const path = usual.find(candidate => existsSync(candidate))
  return path === undefined ? null : { path }
}

function fromDebian () {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  say('No Chromium on this machine: installing Debian’s package …')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { stdio: ['ignore', 2, 2], env: environment }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  return installed()
}

function fromPlaywright () {
  say('No Chromium on this machine: asking Playwright to download its own …')
  const cli = join(project, 'test/node_modules/playwright/cli.js')
  const result = spawnSync(node(), [cli, 'install', 'chromium-headless-shell'], { cwd: project, stdio: ['ignore', 2, 2] })
  return result.status === 0 ? { path: '' } : null
}

/** The path of a Chromium, '' for Playwright's own, or what is missing. */
export function findBrowser () {
  const found = installed() ?? fromDebian() ?? fromPlaywright()
  return found ?? { missing: 'The browser stories need a Chromium, and none could be had: install one and name it in CHROMIUM=/path/to/chromium, or run as root on Debian or Ubuntu.' }
}
