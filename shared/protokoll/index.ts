export * from './protokoll.ts'
