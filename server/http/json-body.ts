import type { Refusal } from '@samskriv/shared/base'
import { mostProposalBytes } from '@samskriv/shared/proposal'
import express, { type RequestHandler, type Router } from 'express'
import { tooLargeStatement } from '../medbestemmelse/index.ts'

/** Bytes of a JSON or form body: a comment of 5000 characters on a quote of 4000 is the longest that comes this way. */
export const mostBodyBytes = 32 * 1024

/** Bytes of a body about a round: a statement at its largest, or a protokoll's facts with every text at its longest and in letters of three bytes. */
const mostRoundBytes = 512 * 1024

// What is sent need not be as tight as canonical JSON.
const mostProposedBytes = mostProposalBytes * 2

/** A body was larger than what is read of one. `facts`: what is allowed, as the refusal says it. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
  readonly facts: Refusal['facts']
  constructor (facts: Refusal['facts']) {
    super('The body is larger than what is read of one.')
    this.facts = facts
  }
}

const isTooLarge = (error: unknown): boolean => typeof error === 'object' && error !== null && 'status' in error && error.status === 413

// `told`: what would be taken. What is read may be written more loosely, and hold more beside: who is told that larger number would only be refused again.
function jsonOf (limit: number, told: Refusal['facts'] = { most: limit, unit: 'bytes' }): RequestHandler {
  const read = express.json({ limit, inflate: false })
  return (request, response, next) => { read(request, response, (error?: unknown) => { next(isTooLarge(error) ? new BodyTooLarge(told) : error) }) }
}

/** Reads the JSON bodies of all requests, each within its bound: above it it is refused `too-large` before it has been read, saying how much is taken. What one has read the next lets be. */
export function readJsonBodies (router: Router): void {
  const round = '/behovsmeldinger/:id/rounds'
  router.use([`${round}/:round/stance`, `${round}/:round/draft`], jsonOf(mostRoundBytes, tooLargeStatement))
  router.use(round, jsonOf(mostRoundBytes))
  router.use('/behovsmeldinger/:id/proposals', jsonOf(mostProposedBytes, { most: mostProposalBytes, unit: 'bytes' }))
  router.use(jsonOf(mostBodyBytes))
}
