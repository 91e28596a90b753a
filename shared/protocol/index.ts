export * from './message.ts'
export * from './close-code.ts'
