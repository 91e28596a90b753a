import { taken } from '@samskriv/shared/base'
import { sha256 } from '@samskriv/shared/version'
import { doneEntry, isoTime } from '@samskriv/shared/workflow'
import express, { type RequestHandler, type Router } from 'express'
import type { FileRecord } from '../../store/port/index.ts'
import { situationAbout } from '../../workflow/index.ts'
import type { House } from '../house.ts'
import { mostImageBytes, readImage, roomForImage } from '../image.ts'
import { allowedHere } from '../member.ts'
import { refuse } from '../refuse.ts'

// `image/svg+xml` and all else comes through too, to be refused by its bytes.
const rawBody: RequestHandler = express.raw({ type: () => true, limit: mostImageBytes, inflate: false })

/** Images: kept by hash, shown to those who may read. */
export function imageRoutes (house: House, router: Router): void {
  const { store } = house.parts

  // Rights first: nobody else's ten megabytes are read.
  const mayWrite: RequestHandler = async (request, response, next) => {
    const here = await allowedHere(house, request, 'write')
    if (here.ok) next()
    else refuse(response, here.refusal)
  }

  router.post('/behovsmeldinger/:id/images', mayWrite, rawBody, async (request, response) => {
    const bytes: unknown = request.body
    const image = readImage(bytes instanceof Uint8Array ? bytes : new Uint8Array())
    if (!image.ok) { refuse(response, image.refusal); return }
    // Judged again: it may have been locked while the bytes were on their way.
    const here = await allowedHere(house, request, 'write')
    if (!here.ok || !(bytes instanceof Uint8Array)) { refuse(response, here.ok ? { code: 'junk' } : here.refusal); return }
    const { behovsmelding, person } = here.value
    const there = [...store.table('files').values()].filter(file => file.behovsmelding === behovsmelding.id)
    const hash = await sha256(new Uint8Array(bytes))
    const room = there.some(file => file.hash === hash) ? taken(true) : roomForImage(there, bytes.length)
    if (!room.ok) { refuse(response, room.refusal); return }
    await store.putFile(bytes)
    const record: FileRecord = {
      id: `${behovsmelding.id}/${hash}`, behovsmelding: behovsmelding.id, hash, ...image.value, bytes: bytes.length,
      addedBy: person.id, addedAt: isoTime(house.workflow.now()),
    }
    if (!store.table('files').has(record.id)) {
      const situation = situationAbout(store, { personId: person.id, behovsmelding: behovsmelding.id })
      const added = doneEntry(situation, 'add-image', house.workflow.now(), { hash, bytes: bytes.length })
      await store.commit({ changes: [{ table: 'files', put: record }], audit: [added] })
    }
    response.status(201).json({ hash, ...image.value })
  })

  router.get('/behovsmeldinger/:id/images/:hash', async (request, response) => {
    const here = await allowedHere(house, request, 'read')
    if (!here.ok) { refuse(response, here.refusal); return }
    const record = store.table('files').get(`${here.value.behovsmelding.id}/${request.params.hash}`)
    const bytes = record === undefined ? null : await store.getFile(record.hash)
    if (record === undefined || bytes === null) { refuse(response, { code: 'not-found' }); return }
    response.set({
      'Content-Type': record.type,
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=31536000, immutable',
    })
    response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}
