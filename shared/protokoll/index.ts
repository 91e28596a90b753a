export * from './basis.ts'
export * from './protokoll.ts'
export * from './views.ts'
