import type { Authorship, Stretch } from '@samskriv/shared/authors'

/** How much of some texts is whose: characters by place in the authorship's list; −1: nobody knows whose. */
export type Shares = ReadonlyMap<number, number>

/** Adds up stretches. */
export function sharesOf (texts: readonly (readonly Stretch[])[]): Shares {
  const shares = new Map<number, number>()
  for (const stretches of texts) for (const [length, who] of stretches) shares.set(who, (shares.get(who) ?? 0) + length)
  return shares
}

/** Whose, and how many per cent; whole ones, and 0 is less than one. The largest first, what nobody knows last. */
export interface Percent { readonly who: number, readonly percent: number }

/** Shares in per cent of all there is. */
export function percentsOf (shares: Shares): readonly Percent[] {
  const all = [...shares.values()].reduce((sum, one) => sum + one, 0)
  return [...shares].map(([who, count]) => ({ who, percent: all === 0 ? 0 : Math.round(100 * count / all) }))
    .toSorted((a, b) => Number(a.who < 0) - Number(b.who < 0) || b.percent - a.percent || a.who - b.who)
}

/** Whose an answer is, the one with most of it first: by the stretches of a text, or by the keys a value lies under. Nobody known: −1 alone. */
export function whoAnswered ({ texts, values }: Authorship, key: string): readonly number[] {
  const text = texts[key]
  if (text !== undefined) return percentsOf(sharesOf([text])).map(({ who }) => who)
  const own = Object.entries(values).filter(([stored]) => stored === key || stored.startsWith(`${key}/`)).map(([, who]) => who)
  return own.length === 0 ? [-1] : [...new Set(own)]
}
