import { describe, expect, it } from 'vitest'
import { mostMegabytes, readTextFile } from './text-file.ts'

describe('a text file', () => {
  it('is read as UTF-8, and as what Word calls plain text', async () => {
    expect(await readTextFile(new Blob(['Åse – “blåbær”']))).toEqual({ ok: true, text: 'Åse – “blåbær”' })
    expect(await readTextFile(new Blob([new Uint8Array([0xc5, 0x73, 0x65, 0x20, 0x96])]))).toEqual({ ok: true, text: 'Åse –' })
    expect(await readTextFile(new Blob([new Uint8Array([0xff, 0xfe, 0xc5, 0x00])]))).toEqual({ ok: true, text: 'Å' })
  })
  it('is refused when it is a document of another kind, or far too large', async () => {
    expect(await readTextFile(new Blob(['PK\u0003\u0004 word/document.xml']))).toEqual({ ok: false, why: 'not-text' })
    expect(await readTextFile(new Blob(['%PDF-1.7']))).toEqual({ ok: false, why: 'not-text' })
    expect(await readTextFile(new Blob([new Uint8Array(mostMegabytes * 1024 * 1024 + 1)]))).toEqual({ ok: false, why: 'too-large' })
  })
})
