export * from './allowed.ts'
export * from './node.ts'
export * from './read.ts'
export * from './write.ts'
