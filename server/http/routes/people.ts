import { refused, taken } from '@samskriv/shared/base'
import { doneEntry, isoTime, linkLifetime, lineOf, longest, planInviteStarter } from '@samskriv/shared/workflow'
import type { Router } from 'express'
import { newLink } from '../../people/index.ts'
import { auditRefusal, carryOut, situationAbout } from '../../workflow/index.ts'
import { linkAddress } from '../address.ts'
import { bodies, readBody } from '../body.ts'
import type { House } from '../house.ts'
import { answer, refuse } from '../refuse.ts'
import { meView, peopleView } from '../view.ts'

/** Who one is, and the administrator's list of people. */
export function peopleRoutes (house: House, router: Router): void {
  const { sessions, workflow, parts: { store } } = house

  router.get('/me', (request, response) => { response.json(meView(sessions.personOf(request))) })

  router.put('/me', async (request, response) => {
    const person = sessions.personOf(request)
    if (person === null) { refuse(response, { code: 'not-signed-in' }); return }
    const body = readBody(request, bodies.me)
    if (!body.ok) { refuse(response, body.refusal); return }
    const name = body.value.name === undefined ? person.name : lineOf(body.value.name, longest.name)
    if (name === null) { refuse(response, { code: 'invalid', facts: { field: 'name', most: longest.name } }); return }
    const { language } = body.value
    const saved = await workflow.turns(async () => {
      const current = store.table('people').get(person.id)
      if (current === undefined) return refused('not-signed-in')
      const put = { ...current, name: body.value.name === undefined ? current.name : name, language: language ?? current.language }
      // The name itself is not entered: the log names people by who they are now.
      const renamed = put.name === current.name ? [] : [doneEntry(situationAbout(store, { personId: person.id, behovsmelding: null }), 'change-name', workflow.now())]
      await store.commit({ changes: [{ table: 'people', put }], audit: renamed })
      return taken(put)
    })
    answer(response, saved.ok ? taken(meView(saved.value)) : saved)
  })

  router.get('/people', async (request, response) => {
    const person = sessions.personOf(request)
    if (person === null) { refuse(response, { code: 'not-signed-in' }); return }
    if (!person.admin) {
      await auditRefusal(workflow, { personId: person.id, behovsmelding: null }, 'list-people', { code: 'not-allowed' })
      refuse(response, { code: 'not-allowed' })
      return
    }
    response.json(peopleView(house))
  })

  router.post('/people/invitations', async (request, response) => {
    const body = readBody(request, bodies.starter)
    if (!body.ok) { refuse(response, body.refusal); return }
    const { token, link } = newLink()
    const expiresAt = isoTime(workflow.now() + linkLifetime.invitation)
    const made = await carryOut(workflow, {
      about: { personId: sessions.personOf(request)?.id ?? null, behovsmelding: null },
      action: 'invite-starter',
      plan: (situation, now) => planInviteStarter(situation, { kind: 'invite-starter', note: body.value.note ?? '', link }, now),
    })
    answer(response, made.ok ? taken({ id: link.handle, link: linkAddress(house, request, token), expiresAt }) : made, 201)
  })
}
