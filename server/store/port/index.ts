export * from './port.ts'
export * from './tables.ts'
