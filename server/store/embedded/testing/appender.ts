// A process of its own that appends entry after entry to room `a` of a data folder, from a position on, and reports each
// position whose append has resolved, until it is killed.
import { entry } from '../../testing/index.ts'
import { openEmbeddedStore } from '../index.ts'
import { quietLog } from './log.ts'

const [folder = '', first = '1'] = process.argv.slice(2)
const store = await openEmbeddedStore({ folder, log: quietLog() })
let position = Number(first)

// Several under way at once, so that the kill finds one in flight and others gathering.
async function appendOn (): Promise<never> {
  for (;;) {
    const mine = position++
    await store.append([entry('a', mine)])
    process.send?.(mine)
    // Lets the report out before the next.
    await new Promise(setImmediate)
  }
}
await Promise.all([appendOn(), appendOn(), appendOn()])
