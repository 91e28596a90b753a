/** How loud a line is. */
export type Level = 'info' | 'warning' | 'error'

/** Tells the operator something, in English. Never given a name, a token, an address with one in it, or anything out of a form. */
export type Log = (level: Level, message: string, facts?: Readonly<Record<string, string | number>>) => void

/** Writes lines of JSON to a stream: one object a line, with the time in UTC. */
export function logTo (write: (line: string) => void, now: () => number): Log {
  return (level, message, facts) => { write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, message, ...facts })}\n`) }
}
