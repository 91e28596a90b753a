import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Files of the page that the build does not name by their content. */
const fixed = ['/boot.js', '/favicon.svg']

/** Fonts for other scripts come when a text needs them. */
const wanted = (name: string): boolean => /\.(?:js|css)$/.test(name) || /latin(?:-ext)?-wght.*\.woff2$/.test(name)

/** A Vite plugin that writes `sw.js`, the service worker with the list of this build's files, so that the page opens without network. */
export function offline (): Plugin {
  let folder = ''
  return {
    name: 'samskriv-offline',
    apply: 'build',
    configResolved (config) { folder = resolve(config.root, config.build.outDir) },
    // Only now is it final: files that held nothing but a style sheet are dropped late.
    async writeBundle (_, bundle) {
      const files = [...fixed, ...Object.keys(bundle).filter(wanted).map(name => `/${name}`).toSorted()]
      const unnamed = await Promise.all(fixed.map(name => readFile(join(folder, name))))
      const build = unnamed.reduce((hash, bytes) => hash.update(bytes), createHash('sha256').update(files.join('\n'))).digest('hex').slice(0, 12)
      const source = await readFile(join(import.meta.dirname, 'worker.js'), 'utf8')
      await writeFile(join(folder, 'sw.js'), source
        .replace('const files = __FILES__', `const files = ${JSON.stringify(files)}`).replace("'samskriv-__BUILD__'", `'samskriv-${build}'`))
    },
  }
}
