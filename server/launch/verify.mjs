// `npm run verify -- [--data DIR]`: proves that the audit log, versions and images are as they were made. No server needed: it must be stopped.
import { hand, install } from './prepare.mjs'

install()
hand(['server/verify/main.ts', ...process.argv.slice(2)])
