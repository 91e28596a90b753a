import { taken, type Result } from '@samskriv/shared/base'
import { isoTime, linkLifetime, plan, planInvite, type Command, type Effects } from '@samskriv/shared/workflow'
import type { Request, Router } from 'express'
import { newLink } from '../../people/index.ts'
import { carryOut } from '../../workflow/index.ts'
import { linkAddress } from '../address.ts'
import { bodies, readBody, readId } from '../body.ts'
import type { House } from '../house.ts'
import { answer, answerDone, refuse } from '../refuse.ts'

/** Who has a part in a behovsmelding: inviting, taking an invitation back, taking a part away. */
export function membershipRoutes (house: House, router: Router): void {
  const { sessions, workflow } = house

  router.post('/behovsmeldinger/:id/invitations', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.invitation)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const { token, link } = newLink()
    const { role, note = '' } = body.value
    const expiresAt = isoTime(workflow.now() + linkLifetime.invitation)
    const made = await carryOut(workflow, {
      about: { personId: sessions.personOf(request)?.id ?? null, behovsmelding: id.value },
      action: 'invite',
      plan: (situation, now) => planInvite(situation, { kind: 'invite', role, note, link }, now),
    })
    answer(response, made.ok ? taken({ id: link.handle, link: linkAddress(house, request, token), expiresAt }) : made, 201)
  })

  // A command that only names something of the behovsmelding.
  const carryOutNamed = async (request: Request, param: string, commandFor: (name: string) => Command): Promise<Result<Effects>> => {
    const id = readId(request, 'id')
    const named = readId(request, param)
    if (!id.ok) return id
    if (!named.ok) return named
    const command = commandFor(named.value)
    return await carryOut(workflow, {
      about: { personId: sessions.personOf(request)?.id ?? null, behovsmelding: id.value },
      action: command.kind,
      plan: (situation, now) => plan(situation, command, now),
    })
  }

  router.delete('/behovsmeldinger/:id/invitations/:invitation', async (request, response) => {
    answerDone(response, await carryOutNamed(request, 'invitation', handle => ({ kind: 'revoke-invitation', handle })))
  })

  router.delete('/behovsmeldinger/:id/members/:person', async (request, response) => {
    answerDone(response, await carryOutNamed(request, 'person', personId => ({ kind: 'remove-member', personId })))
  })
}
