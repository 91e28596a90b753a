import { refused, taken, type Result } from '@samskriv/shared/base'
import { versionId, type VersionRecord } from '@samskriv/shared/workflow'
import type { Request, Response, Router } from 'express'
import { keepBeforeIntake, nameVersion, rememberHandedOut, restore, versionBody, versionBytes } from '../../frozen/index.ts'
import { bodies, readBody, readId, readLanguage } from '../body.ts'
import type { House } from '../house.ts'
import { allowedHere, type Here } from '../member.ts'
import { answer, refuse } from '../refuse.ts'
import { summaryView, versionView } from '../view.ts'

type Format = 'json' | 'docx' | 'pdf'
interface Wanted { readonly version: VersionRecord, readonly format: Format }

const types: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

// `3`, `3.docx`, `3.pdf`
function wantedVersion (house: House, here: Here, file: string): Result<Wanted> {
  const match = /^(?<number>[1-9]\d{0,5})(?:\.(?<format>docx|pdf))?$/.exec(file)?.groups
  const version = house.parts.store.table('versions').get(versionId(here.behovsmelding.id, Number(match?.number)))
  if (match === undefined || version === undefined) return refused('not-found')
  const format = match.format === 'docx' || match.format === 'pdf' ? match.format : 'json'
  return taken({ version, format })
}

// Only images of the same behovsmelding: a hash in a text opens nobody else's file.
function imagesOf (house: House, behovsmelding: string): (hash: string) => Promise<Uint8Array | null> {
  const { store } = house.parts
  return async hash => (store.table('files').has(`${behovsmelding}/${hash}`) ? await store.getFile(hash) : null)
}

async function fileOf (house: House, { version, format }: Wanted, request: Request): Promise<Result<Uint8Array>> {
  if (format === 'json') return taken(await versionBytes(house.parts.store, version))
  const language = readLanguage(request)
  if (!language.ok) return language
  const body = await versionBody(house.parts.store, version)
  const template = house.parts.template(body.template.id, body.template.version)
  if (template === null) return refused('old-schema')
  const render = format === 'docx' ? house.parts.renderDocx : house.parts.renderPdf
  const image = imagesOf(house, version.behovsmelding)
  const rendered = await render({ meta: versionView(version), body, template, language: language.value, image })
  if (rendered.ok) await rememberHandedOut(house.parts.store, { version, kind: format, language: language.value, bytes: rendered.value, now: house.workflow.now() })
  return rendered
}

// The file's name says what it is and nothing of who is in it.
function sendFile (response: Response, { version, format }: Wanted, title: string, bytes: Uint8Array): void {
  if (format !== 'json') response.attachment(`${title.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'behovsmelding'} v${version.number}.${format}`)
  response.type(types[format])
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** Versions: making them, bringing them back, exactly the bytes that were hashed, and the documents made from them. */
export function versionRoutes (house: House, router: Router): void {
  const { sessions, frozen } = house

  router.post('/behovsmeldinger/:id/versions', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.version)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const about = { personId: sessions.personOf(request)?.id ?? null, behovsmelding: id.value }
    const made = body.value.kind === 'named' ? await nameVersion(frozen, { ...about, name: body.value.name }) : await keepBeforeIntake(frozen, about)
    answer(response, made.ok ? taken(versionView(made.value)) : made, 201)
  })

  router.post('/behovsmeldinger/:id/restore', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.restore)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const restored = await restore(frozen, { personId: sessions.personOf(request)?.id ?? null, behovsmelding: id.value, version: body.value.version })
    answer(response, restored.ok ? taken(summaryView({ behovsmelding: restored.value, role: 'eier' })) : restored)
  })

  router.get('/behovsmeldinger/:id/versions/:file', async (request, response) => {
    const here = await allowedHere(house, request, 'export')
    if (!here.ok) { refuse(response, here.refusal); return }
    const wanted = wantedVersion(house, here.value, request.params.file)
    if (!wanted.ok) { refuse(response, wanted.refusal); return }
    const bytes = await fileOf(house, wanted.value, request)
    if (!bytes.ok) { refuse(response, bytes.refusal); return }
    sendFile(response, wanted.value, here.value.behovsmelding.title, bytes.value)
  })
}
