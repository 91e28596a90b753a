// `npm run demo`: fills an empty data folder with one partnership in progress.
import { hand, install } from './prepare.mjs'

install()
hand(['server/demo/main.ts', ...process.argv.slice(2)])
