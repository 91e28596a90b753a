export * from './hash.ts'
export * from './body.ts'
export * from './read.ts'
export * from './view.ts'
