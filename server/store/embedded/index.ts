export { openEmbeddedStore, type EmbeddedOptions } from './store.ts'
export { readAuditHead } from './audit-log.ts'
export type { StoreLog } from './log.ts'
