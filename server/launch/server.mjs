// How Node runs the server: measured with `npm run bench memory` and `saturated` (test/speed/README.md).
import { fileURLToPath } from 'node:url'

/** Node's options. */
export const serverOptions = [
  // MiB of each half of the heap for what is young. Left alone it grows to 16, three times over, and is kept when everybody has gone.
  '--max-semi-space-size=2',
  // For server/memory.ts.
  '--expose-gc',
]

/** What is set in the environment where the operator has not. */
export const serverEnvironment = {
  // Compiled code, and TypeScript with its types taken off. Without it each start spends 0.2 s and 25 MB for good on taking them off.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.samskriv-compiled', import.meta.url)),
  // glibc gives each of a dozen threads a heap of its own, and what is freed in one is of no use to the others.
  MALLOC_ARENA_MAX: '2',
  // Bytes from which it gives what is freed back to the machine, wherever it lies: the content of rooms, above all. Left alone it
  // raises this to 32 MB by itself and keeps all of it.
  MALLOC_MMAP_THRESHOLD_: '16384',
}
