import { defineConfig } from 'vitest/config'

// Unit and contract tests: beside their source. Browser stories and faults are run by their own commands.
export default defineConfig({
  test: {
    include: ['{shared,server,client}/**/*.test.{ts,tsx}', 'test/{page,fixture,lint}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
