export { openEmbeddedStore, type EmbeddedOptions } from './open.ts'
export { readAuditHead } from './audit-log.ts'
export type { StoreLog } from './log.ts'
export { openForReading, type ReadingStore } from './open-reading.ts'
