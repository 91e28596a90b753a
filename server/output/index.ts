// The renderers themselves (`render.ts`) are not here: what they load is some 50 MB, and only the thread that writes needs it.
export type { ImageSource, OutputInput, ProtokollInput } from './input.ts'
export { mostWaiting, type Output, startOutput } from './work/output.ts'
