import { defineConfig } from 'playwright/test'

const executablePath = process.env['CHROMIUM'] ?? ''

// What the address bar drops down, which nobody sees here: each window makes both pages of it, half a second of a core.
const unseen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']
// Chromium takes the last list it is given. So what Playwright 1.65 puts in its own is repeated (`disabledFeatures` there).
const playwrights = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding',
  'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
]
// Debian's Chromium as root has no sandbox; the rest keeps it from calling home, and from what costs time and shows nothing.
const args = [
  '--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  `--disable-features=${[...playwrights, ...unseen].join()}`,
]

const longest = 'story/whole-road.story.ts'

export default defineConfig({
  testDir: '..',
  outputDir: '../../test-results',
  // Each test has a server and browsers of its own. Two with browsers fill two cores. Faults have no browser and mostly wait, so one
  // goes on beside them; and the longest story begins with the first, so that no core stands idle while it ends.
  workers: 3,
  projects: [
    { name: 'faults', testMatch: 'fault/**/*.fault.ts', workers: 1 },
    { name: 'the longest', testMatch: longest, workers: 1 },
    { name: 'stories', testMatch: ['story/**/*.story.ts', 'accessibility/**/*.story.ts'], testIgnore: longest, workers: 2 },
  ],
  fullyParallel: true,
  // Another try is said aloud by `npm test`: it is a fault to be found, but not one of what was changed.
  retries: process.env['CI'] === undefined ? 0 : 2,
  forbidOnly: true,
  // Four times what the longest takes on two cores of its own: a machine may have more to do. What hangs is known before that, by the limits below.
  timeout: 180_000,
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
