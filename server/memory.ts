/**
 * Gives memory nobody needs back to the machine: V8 collects only while it is asked for more, and so keeps what a busy hour took. It
 * stands still for a tenth of a second, so this is for when nobody is there. Does nothing where Node was started without
 * `--expose-gc` (server/launch/server.mjs).
 */
export function giveBack (): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
