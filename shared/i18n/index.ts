export * from './message.ts'
export * from './catalogue.ts'
export * from './format.ts'
export * from './refusal.ts'
