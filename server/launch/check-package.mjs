// `npm run check-package -- FILE --key FILE`: proves that a package is the one that was delivered. Needs no server and no data folder.
import { hand, install } from './prepare.mjs'

install()
// npm runs this in the project's folder, and says where one stood.
hand(['server/check-package/main.ts', ...process.argv.slice(2)], { INIT_CWD: process.env.INIT_CWD ?? process.cwd() })
