import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname

test('every promise of SPEC.md is cited by a test, and every cited one is there', async () => {
  const promised = [...(await readFile(join(folder, 'SPEC.md'), 'utf8')).matchAll(/^\* \*\*([SE]\d+)\*\*/gm)].map(match => match[1])
  const names = await readdir(folder, { recursive: true })
  const sources = await Promise.all(names.filter(name => /\.test\.ts$|^contract\.ts$/.test(name)).map(name => readFile(join(folder, name), 'utf8')))
  const cited = sources.flatMap(source => [...source.matchAll(/test(?:\.\w+\(.*\))?\('((?:[SE]\d+(?:, )?)+):/g)]).flatMap(match => match[1]?.split(', ') ?? [])
  expect([...new Set(cited)].toSorted()).toEqual(promised.toSorted())
})
