export * from './manifest.ts'
export * from './zip.ts'
export * from './key.ts'
export * from './check.ts'
