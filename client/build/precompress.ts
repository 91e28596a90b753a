import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(?:js|css|html|svg|json|txt)$/
// Below this a compressed file saves no packet.
const leastBytes = 1024
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

async function compress (file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < leastBytes) return
  const [br, gz] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    zip(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}

/**
 * A Vite plugin that puts `x.br` and `x.gz` beside every text file of the build, so that the server compresses nothing
 * while people wait. Files under 1 KiB are left as they are.
 */
export function precompress (): Plugin {
  let folder = ''
  return {
    name: 'samskriv-precompress',
    apply: 'build',
    configResolved (config) { folder = resolve(config.root, config.build.outDir) },
    async closeBundle () {
      const names = await readdir(folder, { recursive: true })
      await Promise.all(names.filter(name => compressible.test(name)).map(name => compress(join(folder, name))))
    },
  }
}
