export * from './may.ts'
export * from './color.ts'
