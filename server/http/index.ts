export { createHttp, type Http } from './create.ts'
export type { HttpParts, Log, Render, RenderInput } from './parts.ts'
