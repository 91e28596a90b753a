import { mostProposalBytes } from '@samskriv/shared/proposal'
import express, { type RequestHandler, type Router } from 'express'

/** Bytes of a JSON or form body: a comment of 5000 characters on a quote of 4000 is the longest that comes this way. */
export const mostBodyBytes = 32 * 1024

/** Bytes of a body about a round: a statement at its largest, or a protokoll's facts with every text at its longest and in letters of three bytes. */
const mostRoundBytes = 512 * 1024

// What is sent need not be as tight as canonical JSON.
const mostProposedBytes = mostProposalBytes * 2

const jsonOf = (limit: number): RequestHandler => express.json({ limit, inflate: false })

/** Reads the JSON bodies of all requests, each within its bound: above it it is refused `too-large` before it has been read. What one has read the next lets be. */
export function readJsonBodies (router: Router): void {
  router.use('/behovsmeldinger/:id/rounds', jsonOf(mostRoundBytes))
  router.use('/behovsmeldinger/:id/proposals', jsonOf(mostProposedBytes))
  router.use(jsonOf(mostBodyBytes))
}
