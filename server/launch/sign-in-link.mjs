// `npm run sign-in-link -- [name or id]`: a one-time link for somebody who has lost their way in. The server must be stopped.
import { hand, install } from './prepare.mjs'

install()
hand(['server/return/main.ts', ...process.argv.slice(2)])
