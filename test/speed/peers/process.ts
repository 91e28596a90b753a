import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** A server of its own core, watched from outside. */
export interface Watched {
  /** CPU seconds (user and system) of all its threads so far. The kernel adds them up in 10 ms ticks or finer. */
  cpuSeconds(): number
  /** Resident memory, KiB. */
  residentKib(): number
  /** What it wrote on stderr. */
  complaints(): string
  /** Ends it with a signal and resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Whether processes can be pinned to cores here. */
export const canPin = existsSync('/usr/bin/taskset')
/** Whether the operating system tells what a process used. */
export const canMeasure = existsSync('/proc/self/stat')
const ticksPerSecond = 100

/** The command line that runs Node on a core. */
export function onCore (core: number, args: readonly string[]): readonly [string, string[]] {
  return canPin ? ['/usr/bin/taskset', ['-c', String(core), process.execPath, ...args]] : [process.execPath, [...args]]
}

function watch (child: ChildProcess, pid: number): Watched {
  let complaints = ''
  child.stderr?.on('data', (text: Buffer) => { complaints = (complaints + text.toString()).slice(-20_000) })
  let asked = false
  const gone = new Promise<void>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (asked) resolve()
      else reject(new Error(`the server ended unasked (${signal ?? code}): ${complaints}`))
    })
  })
  return {
    cpuSeconds () {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name may hold spaces; the fields after it do not. utime and stime are numbers 14 and 15.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
    },
    residentKib: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
    complaints: () => complaints,
    async end (signal) {
      asked = true
      child.kill(signal)
      await gone
    },
  }
}

/** Starts a script on core 0, in its own folder, and resolves with what its first matching line of output says. */
export async function start (script: string, options: readonly string[], env: Record<string, string>, ready: RegExp): Promise<{ readonly watched: Watched, readonly said: string }> {
  const [command, commandArgs] = onCore(0, [...options, basename(script)])
  const child = spawn(command, commandArgs, { cwd: dirname(script), env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const { pid } = child
  if (pid === undefined) throw new Error(`${command} could not be started`)
  const watched = watch(child, pid)
  process.once('exit', () => { child.kill('SIGKILL') })
  let output = ''
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString()
      const found = ready.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code, signal) => { reject(new Error(`${script} ended with ${signal ?? code} before it was ready: ${watched.complaints()}`)) })
  })
  return { watched, said }
}
