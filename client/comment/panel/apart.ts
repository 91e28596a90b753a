/** A card that wants to stand beside something. `want` and `height` in px. */
export interface Placed { readonly id: string, readonly want: number, readonly height: number }

/** Room between two cards, in px. */
export const gapPx = 10

/**
 * Where cards stand so that none covers another, in the order given: each beside what it is about, or as close below it as
 * the ones above let it. The chosen one stands exactly beside its words, and those above it make room upwards, as far as
 * `top` lets them. Gives the upper edges, in px.
 */
export function apart (cards: readonly Placed[], chosen: string | null, top: number, gap = gapPx): readonly number[] {
  const at = cards.findIndex(card => card.id === chosen)
  const tops: number[] = []
  let free = top
  for (const card of cards) {
    const y = Math.max(card.want, free)
    tops.push(y)
    free = y + card.height + gap
  }
  const held = cards[at]
  if (held === undefined) return tops
  // Those above need so much room: with less, the chosen one gives way downwards.
  const needed = cards.slice(0, at).reduce((sum, card) => sum + card.height + gap, top)
  let y = Math.max(held.want, needed)
  tops[at] = y
  let limit = y
  for (let index = at - 1; index >= 0; index--) {
    const card = cards[index]
    if (card === undefined) break
    limit = Math.min(tops[index] ?? 0, limit - gap - card.height)
    tops[index] = limit
  }
  free = y + held.height + gap
  for (let index = at + 1; index < cards.length; index++) {
    const card = cards[index]
    if (card === undefined) break
    y = Math.max(card.want, free)
    tops[index] = y
    free = y + card.height + gap
  }
  return tops
}
