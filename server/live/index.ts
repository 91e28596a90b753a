export * from './live.ts'
export { createLive, type LiveOptions } from './create.ts'
export { seedEntry } from './seed.ts'
