export * from './finding.ts'
export * from './check.ts'
export { answers, type Answer } from './answer.ts'
