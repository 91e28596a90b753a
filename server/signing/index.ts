export * from './key.ts'
export * from './announce.ts'
