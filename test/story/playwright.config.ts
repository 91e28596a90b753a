import { defineConfig } from 'playwright/test'

const executablePath = process.env['CHROMIUM'] ?? ''

// Debian's Chromium as root has no sandbox; the rest keeps it from calling home.
const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

export default defineConfig({
  testDir: '..',
  testMatch: ['story/**/*.story.ts', 'fault/**/*.fault.ts', 'accessibility/**/*.story.ts'],
  outputDir: '../../test-results',
  // Each test has a server and browsers of its own, and mostly waits.
  workers: 2,
  fullyParallel: true,
  // Another try is said aloud by `npm test`: it is a fault to be found, but not one of what was changed.
  retries: process.env['CI'] === undefined ? 0 : 2,
  forbidOnly: true,
  // Twice what the longest takes on two cores; what hangs is known before that.
  timeout: 100_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1440, height: 900 },
    // Recording a trace takes as long as the story itself: it is made when one is tried again, or with TRACE=on.
    trace: process.env['TRACE'] === 'on' ? 'on' : 'on-first-retry',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath === '' ? {} : { executablePath }), args },
  },
})
