import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './testing/index.ts'
import { findTornLogs, tornBytes } from './torn-log.ts'

/** A record as LevelDB lays it out, with a checksum nobody looks at. */
function record (type: number, length: number): Buffer {
  const bytes = Buffer.alloc(7 + length, 1)
  bytes.writeUInt16LE(length, 4)
  bytes.writeUInt8(type, 6)
  return bytes
}

test('E3: a log that ends with a whole write is not torn', () => {
  expect(tornBytes(Buffer.alloc(0))).toBe(0)
  expect(tornBytes(record(1, 20))).toBe(0)
  expect(tornBytes(Buffer.concat([record(1, 20), record(2, 32_768 - 27 - 7), record(4, 5)]))).toBe(0)
  // Three bytes of padding at the end of the block.
  expect(tornBytes(Buffer.concat([record(1, 32_768 - 7 - 3), Buffer.alloc(3), record(1, 9)]))).toBe(0)
})

test('E3: every way of cutting a write short is seen, and how much of it there is', () => {
  const whole = record(1, 20)
  const last = record(1, 30)
  for (let kept = 1; kept < last.length; kept++) expect(tornBytes(Buffer.concat([whole, last.subarray(0, kept)]))).toBe(kept)
  const long = Buffer.concat([whole, record(2, 32_768 - 27 - 7), record(3, 32_768 - 7)])
  expect(tornBytes(long)).toBe(long.length - whole.length)
})

test('E3: a folder that is not there has no torn logs, and others say which', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, '000003.log'), record(1, 20))
  await writeFile(join(folder, '000005.log'), record(1, 20).subarray(0, 10))
  expect(await findTornLogs(join(folder, 'nowhere'))).toEqual([])
  expect(await findTornLogs(folder)).toEqual([{ name: '000005.log', bytes: 10 }])
})
