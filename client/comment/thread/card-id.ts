const prefix = 'ss-thread-'

/** Id of the button that opens a thread's card, or of the box a draft is written in. */
export const cardId = (thread: string): string => prefix + thread

/** Puts the focus on a card: what had it in there is gone. */
export function focusCard (thread: string): void {
  requestAnimationFrame(() => { document.getElementById(cardId(thread))?.focus({ preventScroll: true }) })
}

/** The thread in whose card the focus is; null: in none. */
export function threadWithFocus (page: Document = document): string | null {
  const id = page.activeElement?.closest('.ss-thread')?.querySelector('.ss-thread-open')?.id
  return id === undefined ? null : id.slice(prefix.length)
}
