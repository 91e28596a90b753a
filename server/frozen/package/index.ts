export * from './parts.ts'
export * from './contents.ts'
export * from './seal.ts'
