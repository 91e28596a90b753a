export { readText, type Intake } from './read.ts'
export type { Passed, Placed, Unplaced } from './gather.ts'
export { accountOf, type Account } from './account.ts'
