import { defineConfig } from 'vitest/config'

// Unit and contract tests: beside their source. Browser stories and faults are run by their own commands.
export default defineConfig({
  test: {
    include: ['{shared,server,client}/**/*.test.{ts,tsx}', 'test/{page,fixture,lint}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    pool: 'threads',
    maxWorkers: 2,
    // A test file takes back what it changes. A thread and all modules anew for each of 166 files cost a quarter of the whole run.
    isolate: false,
    testTimeout: 20_000,
  },
})
