import { pack } from '@samskriv/shared/package'
import { afterEach, describe, expect, it } from 'vitest'
import type { OutputInput } from '../input.ts'
import { renderDocx, renderPdf } from '../render.ts'
import { doc, fullValues, p, richSample, t, versionOf } from '../testing/sample.ts'
import { type Output, startOutput } from './output.ts'

const numbered = (number: number): OutputInput => {
  const input = versionOf(fullValues(doc(p(t(`Versjon ${number}`)))))
  return { ...input, meta: { ...input.meta, number } }
}

describe('The output on a thread of its own', () => {
  let output: Output = startOutput()
  afterEach(async () => {
    await output.stop()
    output = startOutput()
  })

  it('writes the same bytes as on this thread', async () => {
    const input = versionOf(fullValues(richSample()))
    const [docx, pdf] = await Promise.all([output.docx(input), output.pdf(input)])
    expect(docx.ok && Buffer.from(docx.value).equals(Buffer.from(await renderDocx(input)))).toBe(true)
    expect(pdf.ok && Buffer.from(pdf.value).equals(Buffer.from(await renderPdf(input)))).toBe(true)
  })

  it('packs files as one zip, the same bytes as on this thread', async () => {
    const files = [{ name: 'a.txt', content: new TextEncoder().encode('a') }, { name: 'vedlegg/b.bin', content: new Uint8Array(100_000) }]
    const packed = await output.pack(files)
    expect(packed.ok && Buffer.from(packed.value).equals(Buffer.from(pack(files)))).toBe(true)
    await output.stop()
    expect(await output.pack(files)).toMatchObject({ ok: false, refusal: { code: 'shutting-down' } })
  })

  it('does a file once when several ask for it', async () => {
    let fetched = 0
    const base = versionOf(fullValues(doc({ type: 'image', attrs: { hash: 'a'.repeat(64), alt: 'x' } })))
    const input: OutputInput = { ...base, image: () => { fetched += 1; return Promise.resolve(null) } }
    const made = await Promise.all([output.pdf(input), output.pdf(input), output.pdf({ ...input })])
    expect(made.every(one => one.ok)).toBe(true)
    expect(fetched).toBe(1)
    expect((await output.pdf(input)).ok).toBe(true)
    expect(fetched).toBe(2)
  })

  it('refuses when too many wait, and takes new ones when they are done', async () => {
    const small = startOutput({ mostWaiting: 2 })
    const asked = [1, 2, 3].map(number => small.pdf(numbered(number)))
    expect(await Promise.all(asked)).toMatchObject([{ ok: true }, { ok: true }, { ok: false, refusal: { code: 'too-fast' } }])
    expect((await small.pdf(numbered(3))).ok).toBe(true)
    await small.stop()
  })

  it('refuses what waits, and what comes after, when it stops', async () => {
    const waiting = [1, 2].map(number => output.docx(numbered(number)))
    await output.stop()
    const refusal = { ok: false, refusal: { code: 'shutting-down' } }
    expect(await Promise.all(waiting)).toMatchObject([refusal, refusal])
    expect(await output.pdf(numbered(3))).toMatchObject(refusal)
  })

  it('tells of a bug, and goes on with the next', async () => {
    const input = numbered(1)
    // A version without values breaks every promise its type gives.
    const broken: OutputInput = { ...input, meta: { ...input.meta, number: 2 }, body: { ...input.body, values: { tiltak: [{ id: 'x', values: { beskrivelse: { type: 'doc', content: 7 } } }] } as never } }
    const [bad, good] = await Promise.allSettled([output.pdf(broken), output.pdf(input)])
    expect(bad.status).toBe('rejected')
    expect(good).toMatchObject({ status: 'fulfilled', value: { ok: true } })
  })
})
