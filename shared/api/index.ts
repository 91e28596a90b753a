export * from './api.ts'
export * from './audit.ts'
export * from './path.ts'
export * from './color.ts'
