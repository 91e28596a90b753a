export * from './calls.ts'
export { watchSignedOut, type Failure, type Outcome } from './request.ts'
