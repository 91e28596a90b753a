import { serverEnvironment, serverOptions } from '@samskriv/server/launch/server.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { median } from './load/measure.ts'
import { canMeasure, canPin, onCore } from './peers/process.ts'
import { rows, type Row } from './rows/index.ts'
import { details, table, type Figures, type Outcome } from './table.ts'

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' }, profile: { type: 'string' }, 'no-relay': { type: 'boolean', default: false } },
})

// As `npm start` does: Node compiles the server before it is started.
function compileServer (): void {
  const load = resolve(import.meta.dirname, '../../server/launch/load.mjs')
  spawnSync(process.execPath, [...serverOptions, load], { env: { ...process.env, ...serverEnvironment }, stdio: 'inherit' })
}

// A process of its own for each measurement, on the core the server does not have: nothing is left over from the one before.
function measureOnce (row: Row, peer: 'samskriv' | 'relay'): Promise<Figures> {
  const profile = options.profile === undefined || peer === 'relay' ? [] : [resolve(options.profile)]
  const [command, args] = onCore(1, [resolve(import.meta.dirname, 'run-row.ts'), row.name, peer, ...profile])
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (text: Buffer) => { output += text.toString() })
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', code => {
      if (code === 0) done(JSON.parse(output) as Figures)
      else failed(new Error(`${row.name} on ${peer} ended with ${code}`))
    })
  })
}

function middle (runs: readonly Figures[]): Figures {
  return Object.fromEntries(Object.keys(runs[0] ?? {}).map(key => [key, median(runs.map(run => run[key] ?? Number.NaN))]))
}

async function measure (row: Row, runs: number): Promise<Outcome> {
  const here: Figures[] = []
  const relay: Figures[] = []
  for (let run = 1; run <= runs; run++) {
    process.stderr.write(`${row.name}: run ${run} of ${runs}\n`)
    // One after the other within each run, so that both meet the machine in the same mood.
    if (row.hasRelay && !options['no-relay']) relay.push(await measureOnce(row, 'relay'))
    here.push(await measureOnce(row, 'samskriv'))
  }
  const medians = middle(here)
  const spread = Object.fromEntries(Object.keys(medians).map((key): [string, readonly [number, number]] => {
    const values = here.map(run => run[key] ?? Number.NaN)
    return [key, [Math.min(...values), Math.max(...values)]]
  }))
  return { row, here: medians, spread, relay: relay.length === 0 ? null : middle(relay) }
}

async function main (): Promise<void> {
  const runs = Number(options.runs)
  const unknown = names.filter(name => !rows.some(row => row.name === name))
  if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
    console.error(`Usage: pnpm bench [names…] [--runs 3] [--no-relay] [--profile folder]\nNames: ${rows.map(row => row.name).join(' ')}`)
    process.exitCode = 2
    return
  }
  if (!canMeasure) {
    console.error('CPU and memory of the server are read from /proc, which this operating system has not: run this on Linux.')
    process.exitCode = 2
    return
  }
  console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load before ${loadavg().map(each => each.toFixed(1)).join(' ')}, medians of ${runs}`)
  if (!canPin) console.log('No taskset here: server and load share all cores, so CPU and times are not comparable with the table in the README.')
  compileServer()
  const outcomes: Outcome[] = []
  for (const row of rows.filter(each => names.length === 0 || names.includes(each.name))) {
    try {
      const outcome = await measure(row, runs)
      outcomes.push(outcome)
      console.log(details(outcome))
    } catch (error) {
      console.error(`${row.name} could not be measured: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
  console.log(`\n${table(outcomes)}`)
}

await main()
