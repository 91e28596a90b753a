export * from './authorship.ts'
export { authorsIn } from './read.ts'
export { carryAuthors, ownersBy, type Known } from './carry.ts'
