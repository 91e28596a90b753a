/** A copy of something that is kept up to date behind its back. */
export interface Background {
  /** What it copies has changed. Returns at once. */
  mark (): void
  /** Resolves when the copy holds everything marked before this call, or when writing it has failed (and was logged). */
  flush (): Promise<void>
}

/**
 * Runs `write` some time after `mark`, one at a time; what is marked while it runs or waits is gathered into the next. A write
 * that fails is told to `failed` and stays due, so the next mark or flush tries again.
 *
 * @param delayMs how long to gather before writing, in milliseconds
 */
export function createBackground (write: () => Promise<void>, failed: (error: unknown) => void, delayMs: number): Background {
  let due = false
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()

  function start (): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    running = after(running)
    return running
  }

  async function after (before: Promise<void>): Promise<void> {
    await before
    if (!due) return
    due = false
    try {
      await write()
    } catch (error) {
      due = true
      failed(error)
    }
  }

  return {
    mark () {
      due = true
      // Unref: a copy that waits is no reason to keep the process; `close` flushes it.
      timer ??= setTimeout(start, delayMs).unref()
    },
    flush: start,
  }
}
