/** The card that a key leads to from another one; null: it leads nowhere. */
export function nextCard (ids: readonly string[], from: string, key: string): string | null {
  const at = ids.indexOf(from)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[key]
  return to === undefined ? null : ids[to] ?? null
}
