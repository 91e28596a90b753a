// `npm start`: installs, builds, serves.
import { buildClient, hand, install } from './prepare.mjs'

install()
buildClient()
hand(['server/main.ts'])
