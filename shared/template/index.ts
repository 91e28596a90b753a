export * from './schema.ts'
export * from './registry.ts'
export * from './place.ts'
