export * from './result.ts'
export * from './refusal.ts'
export * from './language.ts'
export * from './id.ts'
