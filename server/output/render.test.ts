import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { languages } from '@samskriv/shared/base'
import type { Values } from '@samskriv/shared/document'
import { templates } from '@samskriv/shared/template'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sampleValues } from '../../shared/testing/sample.ts'
import { renderDocx, renderPdf } from './render.ts'
import type { OutputInput } from './input.ts'
import { forbidden, longWord, nasty, rightToLeft } from './testing/nasty.ts'
import { pdfText, squeezed, wordText } from './testing/read.ts'
import { doc, fullValues, p, richSample, t, versionOf } from './testing/sample.ts'

const formats = [
  { name: 'DOCX', render: renderDocx, read: (file: Uint8Array) => Promise.resolve(wordText(file)) },
  { name: 'PDF', render: renderPdf, read: pdfText },
]

/** Every string anybody wrote, wherever it stands in the values. */
function textsIn (value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && ['text', 'navn', 'rolle', 'eier', 'epost', 'unread', 'name', 'kontaktperson', 'nettverk', 'universitet'].includes(name)) found.push(inner)
    else textsIn(inner, found)
  }
  return found
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const texts = (values: readonly string[]): Values => ({
  eier: values[0] ?? '',
  tiltak: values.map((text, index) => ({ id: `tiltak${index}`, values: { navn: text, beskrivelse: doc(p(t(text)), p(t('halv', 'bold'), t(text, 'italic'))) } })),
})

describe.each(formats)('$name', ({ name, render, read }) => {
  afterEach(() => { vi.useRealTimers() })

  it('holds every text of a version with everything in it', async () => {
    const values = fullValues(richSample())
    const text = squeezed(await read(await render(versionOf(values))))
    for (const written of [...textsIn(values), '330 000', '842 000', '892 000', '562 000', '1 234', '12,5 %', '1. februar 2026', 'Over begge', 'ab'.repeat(32)]) {
      expect(text).toContain(squeezed(written))
    }
  })

  it('holds every text and every question of the form that comes with the product', async () => {
    const [template] = templates
    if (template === undefined) throw new Error('no template')
    const text = squeezed(await read(await render(versionOf(sampleValues, new Map(), template))))
    for (const written of textsIn(sampleValues)) expect(text).toContain(squeezed(written))
    for (const section of template.sections) {
      expect(text).toContain(squeezed(section.title.nb))
      for (const field of section.fields) if (field.kind !== 'group') expect(text).toContain(squeezed(field.label.nb))
    }
  })

  it.each(Object.entries(nasty))('shows %s as it was written', async (_, written) => {
    const text = squeezed(await read(await render(versionOf(texts([written])))))
    const shown = squeezed(written)
    expect(text.split(shown).length - 1, `${shown} in ${text}`).toBeGreaterThanOrEqual(5)
  })

  it('shows letters that run from right to left', async () => {
    const text = await read(await render(versionOf(texts(rightToLeft))))
    for (const written of rightToLeft) for (const letter of written) expect(text).toContain(letter)
  })

  it('keeps a word of 5000 letters whole', async () => {
    const text = squeezed(await read(await render(versionOf({ tiltak: [{ id: 'ett00', values: { beskrivelse: doc(p(t(longWord))) } }] }))))
    const pages = name === 'PDF' ? text.replaceAll(/Versjon3·SHA-256[0-9a-f]{64}Side\d+av\d+(?:Behovsmelding–etliteprøveskjema)?/g, '') : text
    expect(pages).toContain(longWord)
  })

  it.each(forbidden)('names a character it may not hold: %j', async (written, shown) => {
    expect(squeezed(await read(await render(versionOf(texts([written])))))).toContain(shown)
  })

  it('keeps line ends inside a text', async () => {
    const text = await read(await render(versionOf(texts(['linje én\nlinje to\u000blinje tre']))))
    expect(text).toMatch(/linje én\s*\nlinje to\s*\nlinje tre/)
  })

  it('shows an empty version as its questions, not answered', async () => {
    const text = await read(await render(versionOf({})))
    expect(text).toContain('Hvem deltok')
    expect(text.split('Ikke besvart').length - 1).toBeGreaterThanOrEqual(10)
  })

  it.each(languages)('has the words of the form in %s', async language => {
    const text = squeezed(await read(await render({ ...versionOf(fullValues(richSample())), language })))
    expect(text).toContain(squeezed({ nb: 'Hvem deltok', nn: 'Hvem deltok (nn)', en: 'Hvem deltok (en)' }[language]))
    expect(text).toContain(squeezed({ nb: 'låst 12. november 2026 kl. 14.05', nn: 'låst 12. november 2026 kl. 14.05', en: 'locked 12 November 2026 at 14.05' }[language]))
  })

  it('gives the same bytes for the same version at another time', async () => {
    const input = versionOf(fullValues(richSample()))
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-31T23:59:58Z') })
    const first = await render(input)
    vi.setSystemTime(new Date('2031-07-04T03:04:05Z'))
    expect(Buffer.from(await render(input)).equals(Buffer.from(first))).toBe(true)
  })

  it('gives other bytes for another version', async () => {
    const one = versionOf(fullValues(richSample()))
    const other: OutputInput = { ...one, meta: { ...one.meta, number: 4 } }
    expect(Buffer.from(await render(one)).equals(Buffer.from(await render(other)))).toBe(false)
  })
})

describe('Both kinds of document', () => {
  it('have the same bytes when another process writes them in another part of the world', async () => {
    const input = versionOf(fullValues(richSample()))
    const script = `
      const { renderDocx, renderPdf } = await import(${JSON.stringify(new URL('render.ts', import.meta.url).href)})
      const { fullValues, richSample, versionOf } = await import(${JSON.stringify(new URL('testing/sample.ts', import.meta.url).href)})
      const { createHash } = await import('node:crypto')
      const input = versionOf(fullValues(richSample()))
      for (const render of [renderDocx, renderPdf]) console.log(createHash('sha256').update(await render(input)).digest('hex'))`
    const here = [digest(await renderDocx(input)), digest(await renderPdf(input))]
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      const there = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
      expect(there.trim().split('\n')).toEqual(here)
    }
  })
})
