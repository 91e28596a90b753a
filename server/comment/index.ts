export * from './parts.ts'
export * from './start.ts'
export * from './step.ts'
export * from './tidy.ts'
