export * from './book.ts'
export * from './csv.ts'
export * from './view.ts'
