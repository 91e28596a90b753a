export * from './calls.ts'
export * from './rounds.ts'
export type { Progress } from './sending.ts'
export { watchSignedOut, type Failure, type Outcome } from './request.ts'
