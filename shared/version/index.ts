export * from './version.ts'
export * from './hash.ts'
