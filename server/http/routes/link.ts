import { taken, type Language, type Result } from '@samskriv/shared/base'
import type { SignInEffects } from '@samskriv/shared/workflow'
import type { Request, Router } from 'express'
import { redeemLink, viewLink } from '../../people/index.ts'
import { addressOf } from '../address.ts'
import { bodies, readBody } from '../body.ts'
import type { House } from '../house.ts'
import { answer, refuse } from '../refuse.ts'
import { personView } from '../view.ts'

interface Use { readonly token: string, readonly name?: string | undefined, readonly language?: Language | undefined }

/** Uses a link up and opens the session in the same commit. */
async function signIn (house: House, request: Request, use: Use): Promise<Result<SignInEffects>> {
  const { name, language, token } = use
  try {
    return await redeemLink(house.links, {
      token,
      address: addressOf(request),
      personId: house.sessions.personOf(request)?.id ?? null,
      language: language ?? 'nb',
      openSession: personId => house.sessions.open(request, personId),
      ...(name === undefined ? {} : { name }),
    })
  } catch (cause) {
    house.sessions.abandon(request)
    throw cause
  }
}

/** One-time links: looking at one, using one, and signing out. */
export function linkRoutes (house: House, router: Router): void {
  router.post('/link', (request, response) => {
    const body = readBody(request, bodies.link)
    if (!body.ok) { refuse(response, body.refusal); return }
    answer(response, viewLink(house.links, body.value.token, addressOf(request), house.sessions.personOf(request)))
  })

  router.post('/sign-in', async (request, response) => {
    const body = readBody(request, bodies.signIn)
    if (!body.ok) { refuse(response, body.refusal); return }
    const signedIn = await signIn(house, request, body.value)
    answer(response, signedIn.ok ? taken({ person: personView(signedIn.value.person), goTo: signedIn.value.goTo }) : signedIn)
  })

  router.post('/sign-out', async (request, response) => {
    house.parts.live.sessionEnded(await house.sessions.close(request, response))
    response.status(204).end()
  })
}

/** The link's own address, for scripts: using it without the page. */
export function linkPageRoutes (house: House, router: Router): void {
  router.post('/inn/:token', async (request, response) => {
    const body = readBody(request, bodies.linkUse)
    if (!body.ok) { refuse(response, body.refusal); return }
    const signedIn = await signIn(house, request, { token: request.params.token, ...body.value })
    if (!signedIn.ok) { refuse(response, signedIn.refusal); return }
    response.redirect(303, signedIn.value.goTo)
  })
}
