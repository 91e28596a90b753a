import { standAt, wordsIn } from './word.ts'

/** One thing a line offers to tick, by any of its spellings (as words). */
export interface Offer { readonly id: string, readonly spellings: readonly (readonly string[])[] }

/** What a line of boxes says: which are ticked, the text of those, of the others, and of what is none of them. */
export interface Ticks { readonly chosen: readonly string[], readonly chosenText: string, readonly otherText: string, readonly rest: string }

// `id` is empty for a word between two options.
interface Found { readonly id: string, readonly start: number, readonly end: number }

const connectors: ReadonlySet<string> = new Set(['og', 'samt', 'and'])

// The options at the beginning of the line, one after another. Where other words begin, the boxes are over: a *ja* or *nei*
// further on is part of a sentence.
function find (offers: readonly Offer[], text: string): Found[] {
  const words = wordsIn(text)
  const found: Found[] = []
  for (let at = 0; at < words.length;) {
    const hit = offers.flatMap(offer => offer.spellings.map(spelling => ({ id: offer.id, spelling })))
      .filter(({ spelling }) => standAt(spelling, words, at))
      .toSorted((one, other) => other.spelling.length - one.spelling.length)[0]
    const word = words[at]
    if (word === undefined) break
    if (hit === undefined) {
      if (found.length === 0 || !connectors.has(word.text) || !offers.some(offer => offer.spellings.some(spelling => standAt(spelling, words, at + 1)))) break
      found.push({ id: '', start: word.start, end: word.end })
      at++
      continue
    }
    found.push({ id: hit.id, start: word.start, end: words[at + hit.spelling.length - 1]?.end ?? 0 })
    at += hit.spelling.length
  }
  return found
}

const boxes = /[☒☑✓✔☐□▢]|\[[xX ]\]/g
const isTicked = (box: string): boolean => /[☒☑✓✔xX]/.test(box)

// A box belongs to the word after it when the line begins with a box, else to the word before it.
function ticked (found: readonly Found[], text: string): Found[] {
  const all = [...text.matchAll(boxes)].map(box => ({ at: box.index, ticked: isTicked(box[0]) }))
  const before = (all[0]?.at ?? Infinity) < (found[0]?.start ?? 0)
  return found.filter(one => {
    if (one.id === '') return false
    const own = before ? all.findLast(box => box.at < one.start) : all.find(box => box.at >= one.end)
    return own?.ticked === true
  })
}

/**
 * Reads a line of options. With boxes, the ticked ones are chosen. Without (ticks get lost when text is taken out of a
 * document), options are chosen only when some are named and others are not: all of them named is the form as printed.
 */
export function readTicks (offers: readonly Offer[], text: string): Ticks {
  const found = find(offers, text)
  const hasBoxes = /[☒☑☐□▢]|\[[xX ]\]/.test(text) || (found.length === offers.length && /[✓✔]/.test(text))
  const all = offers.every(offer => found.some(one => one.id === offer.id))
  const chosen = hasBoxes ? ticked(found, text) : all ? [] : found.filter(one => one.id !== '')
  const cut = (parts: readonly Found[]): string => parts.map(one => text.slice(one.start, one.end)).join(' ')
  let rest = text
  for (const one of found.toReversed()) rest = `${rest.slice(0, one.start)} ${rest.slice(one.end)}`
  return {
    chosen: offers.map(offer => offer.id).filter(id => chosen.some(one => one.id === id)),
    chosenText: cut(chosen),
    otherText: cut(found.filter(one => !chosen.includes(one))),
    rest: rest.replace(boxes, ' ').trim(),
  }
}
