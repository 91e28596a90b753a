import { taken, type Result } from '@samskriv/shared/base'
import type { Request, Response, Router } from 'express'
import { readProtokoll } from '../../medbestemmelse/index.ts'
import { protokollFile, protokollTypes, type ProtokollFormat } from '../../protokoll/index.ts'
import { situationAbout } from '../../workflow/index.ts'
import { readLanguage } from '../body.ts'
import type { House } from '../house.ts'
import { allowedInRound, type HereInRound } from '../in-round.ts'
import { answer, refuse } from '../refuse.ts'

// The file's name says what it is and nothing of who is in it.
function nameOf ({ behovsmelding, round }: HereInRound, format: ProtokollFormat): string {
  return `${behovsmelding.title.replaceAll(/[^\p{L}\p{N}_-]+/gu, ' ').trim() || 'behovsmelding'} protokoll ${round.number}.${format}`
}

/** The protokoll of a round: as a page shows it, and as documents once the round is closed. */
export function protokollRoutes (house: House, router: Router): void {
  const { protokoll, parts: { store } } = house

  router.get('/behovsmeldinger/:id/rounds/:round/protokoll', async (request, response) => {
    const here = await allowedInRound(house, request, 'read')
    if (!here.ok) { refuse(response, here.refusal); return }
    const situation = situationAbout(store, { personId: here.value.person.id, behovsmelding: here.value.behovsmelding.id })
    answer(response, taken(await readProtokoll(house.frozen, situation, here.value.round)))
  })

  const fileOf = async (here: HereInRound, request: Request, format: ProtokollFormat): Promise<Result<Uint8Array>> => {
    const language = readLanguage(request)
    return language.ok ? await protokollFile(protokoll, here.round, format, language.value) : language
  }
  const send = async (request: Request, response: Response, format: ProtokollFormat): Promise<void> => {
    const here = await allowedInRound(house, request, 'export')
    if (!here.ok) { refuse(response, here.refusal); return }
    const bytes = await fileOf(here.value, request, format)
    if (!bytes.ok) { refuse(response, bytes.refusal); return }
    response.attachment(nameOf(here.value, format))
    response.type(protokollTypes[format])
    response.send(Buffer.from(bytes.value.buffer, bytes.value.byteOffset, bytes.value.byteLength))
  }
  for (const format of ['docx', 'pdf'] as const) {
    router.get(`/behovsmeldinger/:id/rounds/:round/protokoll.${format}`, (request, response) => send(request, response, format))
  }
}
