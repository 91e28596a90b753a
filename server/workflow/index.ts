export * from './carry-out.ts'
export * from './limiter.ts'
export * from './situation.ts'
export * from './turns.ts'
