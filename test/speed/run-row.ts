import { openRelay } from './peers/relay.ts'
import { openSamskriv } from './peers/samskriv.ts'
import { rows } from './rows/index.ts'

// One row, one server, once: `run-row.ts <row> <samskriv|relay> [folder for CPU profiles]`. Started by main.ts on the load's core; prints the figures as one line of JSON.
const [name, peer, profileFolder] = process.argv.slice(2)
const row = rows.find(each => each.name === name)
if (row === undefined) throw new Error(`no row ${name}`)
const isRelay = peer === 'relay'
const open = isRelay ? openRelay : openSamskriv
const figures = await row.measure({ isRelay, open: place => open(place, profileFolder ?? null) })
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0))
