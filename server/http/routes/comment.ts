import { newId, taken, type Result } from '@samskriv/shared/base'
import { commentsView, planSeen, threadView, type CommentCommand } from '@samskriv/shared/comment'
import { seenId, type SeenRecord, type ThreadRecord } from '@samskriv/shared/workflow'
import type { Request, Response, Router } from 'express'
import { startThread, takeStep, threadsOf } from '../../comment/index.ts'
import { carryOut } from '../../workflow/index.ts'
import { bodies, readBody, readCount, readId } from '../body.ts'
import type { House } from '../house.ts'
import { allowedHere } from '../member.ts'
import { answer, answerDone, refuse } from '../refuse.ts'

type Step = Exclude<CommentCommand, { kind: 'comment' }>

/** The discussion beside a text: threads, what is said in them, and what one has seen of it. */
export function commentRoutes (house: House, router: Router): void {
  const { sessions, workflow, comment, parts: { store } } = house

  const seenOf = (behovsmelding: string, personId: string): SeenRecord | undefined => store.table('seen').get(seenId(behovsmelding, personId))
  const answerThread = (response: Response, personId: string | null, thread: Result<ThreadRecord>, status = 200): void => {
    const viewed = thread.ok ? taken(threadView(thread.value, personId ?? '', seenOf(thread.value.behovsmelding, personId ?? ''))) : thread
    answer(response, viewed, status)
  }

  // A step in the thread of the address.
  const step = async (request: Request, response: Response, stepFor: (thread: string) => Result<Step>, status = 200): Promise<void> => {
    const [id, thread] = [readId(request, 'id'), readId(request, 'thread')]
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!thread.ok) { refuse(response, thread.refusal); return }
    const wanted = stepFor(thread.value)
    if (!wanted.ok) { refuse(response, wanted.refusal); return }
    const personId = sessions.personOf(request)?.id ?? null
    answerThread(response, personId, await takeStep(comment, { personId, behovsmelding: id.value }, wanted.value), status)
  }

  router.get('/behovsmeldinger/:id/comments', async (request, response) => {
    const here = await allowedHere(house, request, 'read')
    if (!here.ok) { refuse(response, here.refusal); return }
    const since = readCount(request, 'since')
    if (!since.ok) { refuse(response, since.refusal); return }
    const { behovsmelding, person } = here.value
    // After a start, or once the marks have been moved about by hand, they are put in order for whoever looks.
    house.caretaker.look(behovsmelding.id)
    response.json(commentsView(threadsOf(store, behovsmelding.id), since.value, person.id, seenOf(behovsmelding.id, person.id)))
  })

  router.post('/behovsmeldinger/:id/comments', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.thread)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const personId = sessions.personOf(request)?.id ?? null
    answerThread(response, personId, await startThread(comment, { personId, behovsmelding: id.value }, body.value), 201)
  })

  router.post('/behovsmeldinger/:id/comments/read', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.seen)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const personId = sessions.personOf(request)?.id ?? null
    answerDone(response, await carryOut(workflow, {
      about: { personId, behovsmelding: id.value },
      action: 'read',
      plan: situation => planSeen(situation, threadsOf(store, id.value), seenOf(id.value, personId ?? ''), body.value.threads),
    }))
  })

  router.post('/behovsmeldinger/:id/comments/:thread/entries', async (request, response) => {
    const body = readBody(request, bodies.entry)
    await step(request, response, thread => body.ok ? taken({ kind: 'reply', thread, entry: newId(), ...body.value }) : body, 201)
  })

  router.put('/behovsmeldinger/:id/comments/:thread/entries/:entry', async (request, response) => {
    const [body, entry] = [readBody(request, bodies.entry), readId(request, 'entry')]
    await step(request, response, thread => {
      if (!entry.ok) return entry
      return body.ok ? taken({ kind: 'edit-comment', thread, entry: entry.value, ...body.value }) : body
    })
  })

  router.delete('/behovsmeldinger/:id/comments/:thread/entries/:entry', async (request, response) => {
    const entry = readId(request, 'entry')
    await step(request, response, thread => entry.ok ? taken({ kind: 'delete-comment', thread, entry: entry.value }) : entry)
  })

  router.post('/behovsmeldinger/:id/comments/:thread/resolve', async (request, response) => {
    const body = readBody(request, bodies.settle)
    await step(request, response, thread => body.ok ? taken({ kind: 'resolve-thread', thread, why: body.value.why }) : body)
  })

  router.post('/behovsmeldinger/:id/comments/:thread/reopen', async (request, response) => {
    await step(request, response, thread => taken({ kind: 'reopen-thread', thread }))
  })
}
