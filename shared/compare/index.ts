export * from './comparison.ts'
export { compare } from './compare.ts'
export { addTallies, tallyOf, type Tally } from './tally.ts'
