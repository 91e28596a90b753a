import type { SigningKeyView } from '@samskriv/shared/api'
import { taken } from '@samskriv/shared/base'
import type { Router } from 'express'
import { knownHash } from '../../frozen/index.ts'
import { createLimiter } from '../../workflow/index.ts'
import { addressOf } from '../address.ts'
import { bodies, readBody } from '../body.ts'
import type { House } from '../house.ts'
import { answer, refuse } from '../refuse.ts'

/** Questions from one address in a minute: a person with a folder of files; a program that guesses hashes gets nowhere at any pace. */
const bounds = { most: 60, perMs: 60_000, mostKeys: 10_000 }

/** "Is this the delivered version?", asked by anybody, and the keys packages are signed with. */
export function checkRoutes (house: House, router: Router): void {
  const { store, signing } = house.parts
  const asked = createLimiter(bounds)

  router.post('/check', (request, response) => {
    const [address, now] = [addressOf(request), house.workflow.now()]
    if (asked.isOver(address, now)) { refuse(response, { code: 'too-fast' }); return }
    asked.count(address, now)
    const body = readBody(request, bodies.check)
    answer(response, body.ok ? taken({ known: knownHash(store, body.value.hash, house.sessions.personOf(request)?.id ?? null) }) : body)
  })

  router.get('/signing-keys', (_request, response) => {
    const keys = Array.from(store.table('signingKeys').values(), ({ id, publicKey, madeAt }): SigningKeyView => ({ fingerprint: id, publicKey, madeAt, isPresent: id === signing.fingerprint }))
    response.json(keys.toSorted((a, b) => Number(b.isPresent) - Number(a.isPresent) || (a.madeAt < b.madeAt ? 1 : -1)))
  })

  router.get('/signing-key.pem', (_request, response) => {
    response.attachment('signing-key.pem').type('application/x-pem-file').send(signing.publicKey)
  })
}
