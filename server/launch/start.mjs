// `npm start`: installs, builds, serves.
import { buildClient, compileServer, hand, install } from './prepare.mjs'
import { serverEnvironment, serverOptions } from './server.mjs'

install()
buildClient()
compileServer()
hand([...serverOptions, 'server/main.ts'], serverEnvironment)
