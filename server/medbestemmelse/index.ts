export * from './round.ts'
export * from './stance.ts'
export * from './statement.ts'
export * from './view.ts'
