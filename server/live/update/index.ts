export { Content } from './content.ts'
export { scan, type Scanned, type Section } from './scan.ts'
export { Cursor } from './cursor.ts'
export { Bytes, uintLength, writeUint } from './bytes.ts'
