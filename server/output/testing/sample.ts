import { createHash } from 'node:crypto'
import type { Values } from '@samskriv/shared/document'
import type { RichTextMark, RichTextNode } from '@samskriv/shared/rich-text'
import type { Template } from '@samskriv/shared/template'
import type { VersionBody, VersionMeta } from '@samskriv/shared/version'
import type { OutputInput } from '../input.ts'
import { smallForm } from './form.ts'

/** Nodes of rich text, said shortly. */
export const t = (text: string, ...marks: readonly (RichTextMark | 'bold' | 'italic')[]): RichTextNode =>
  ({ type: 'text', text, ...(marks.length === 0 ? {} : { marks: marks.map(mark => typeof mark === 'string' ? { type: mark } : mark) }) })
/** A link to somewhere. */
export const link = (href: string): RichTextMark => ({ type: 'link', attrs: { href } })
const node = (type: string) => (...content: readonly RichTextNode[]): RichTextNode => ({ type, content })
/** A paragraph of runs. */
export const p = node('paragraph')
/** A list item of blocks. */
export const li = node('listItem')
/** A bulleted list of items. */
export const ul = node('bulletList')
/** A numbered list that starts at a number. */
export const ol = (start: number, ...content: readonly RichTextNode[]): RichTextNode => ({ type: 'orderedList', attrs: { start }, content })
/** A heading in rich text: level 4 or 5. */
export const h = (level: number, text: string): RichTextNode => ({ type: 'heading', attrs: { level }, content: [t(text)] })
/** A row of a table. */
export const tr = node('tableRow')
/** A heading cell. */
export const th = (text: string, attrs = {}): RichTextNode => ({ type: 'tableHeader', attrs, content: [p(t(text))] })
/** A cell. */
export const td = (text: string, attrs = {}): RichTextNode => ({ type: 'tableCell', attrs, content: [p(t(text))] })
/** A table of rows. */
export const table = node('table')
/** An image by its hash. */
export const img = (hash: string, alt: string): RichTextNode => ({ type: 'image', attrs: { hash, alt, type: 'image/png' } })
/** Rich text of blocks. */
export const doc = node('doc')

/** A text with every kind of thing rich text can hold. */
export function richSample (...images: readonly RichTextNode[]): RichTextNode {
  return doc(
    p(t('Første avsnitt med '), t('halvfet', 'bold'), t(', '), t('kursiv', 'italic'), t(' og '), t('begge deler', 'bold', 'italic'), t('.')),
    h(4, 'En mellomtittel'),
    p(t('Les mer i '), t('langsiktig plan', link('https://eksempel.no/plan?a=1&b=2')), t('.')),
    ul(li(p(t('Punkt én'))), li(p(t('Punkt to')), ol(3, li(p(t('Nummer tre'))), li(p(t('Nummer fire')), ul(li(p(t('Dypest inne')))))))),
    h(5, 'En mindre tittel'),
    ol(1, li(p(t('Begynner på én')))),
    table(tr(th('Hva'), th('Når')), tr(td('Nettverkssamling'), td('Høsten 2025')), tr(td('Over begge', { colspan: 2 }))),
    ...images,
    p(t('Linje én'), { type: 'hardBreak' }, t('Linje to. Sámi: ŋ đ š č ž á Ŋ Đ Š Č Ž Á')),
  )
}

/** A version's values with an answer to everything; `beskrivelse` is the first tiltak's text. */
export function fullValues (beskrivelse: RichTextNode): Values {
  return {
    ordninger: ['regional'],
    eier: 'Prøvevik kommune',
    flere: true,
    bruk: 'drift',
    frist: '2026-02-01',
    antall: 1234,
    andel: 12.5,
    filer: [{ hash: 'ab'.repeat(32), name: 'Milepælsplan.pdf', type: 'application/pdf', bytes: 52_340 }],
    eierkontakt: { navn: 'Kari Prøve', epost: 'kari@eksempel.no' },
    uhkontakt: { navn: 'Ola Prøve' },
    sumtabell: { regional: { eier: 330_000, uh: 512_000 }, desentralisert: { eier: { unread: '512 340 60' }, uh: 50_000 } },
    tiltak: [
      { id: 'tiltak1', values: { navn: 'Språk i barnehagen', tilEier: 330_000, tilUh: 512_000, beskrivelse, begrunnelse: doc(p(t('Fordi det trengs.'))) } },
      { id: 'tiltak2', values: { navn: 'Nettverk' } },
    ],
    hvem: [{ id: 'rad1', values: { rolle: 'Tillitsvalgt', enig: false } }],
  }
}

/** When the sample version was made. */
export const sampleMoment = '2026-11-12T13:05:09.000Z'

/** A version with these values, made at `sampleMoment`. `images` by hash. */
export function versionOf (values: Values, images: ReadonlyMap<string, Uint8Array> = new Map(), template: Template = smallForm): OutputInput {
  const body: VersionBody = {
    format: 'samskriv-version/1', behovsmelding: 'prove00001', number: 3, previous: 'cd'.repeat(32),
    template: { id: template.id, version: template.version }, values,
  }
  const meta: VersionMeta = {
    behovsmelding: body.behovsmelding, number: 3, hash: createHash('sha256').update(JSON.stringify(body)).digest('hex'), previous: body.previous,
    kind: 'lock', epoch: 1, at: sampleMoment, by: { personId: 'person0001', name: 'Koordinator', role: 'eier' },
  }
  return { meta, body, template, language: 'nb', image: hash => Promise.resolve(images.get(hash) ?? null) }
}
