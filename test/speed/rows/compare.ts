import { compare } from '@samskriv/shared/compare'
import type { Values } from '@samskriv/shared/document'
import { templateById } from '@samskriv/shared/template'
import { largeValues, seeded } from '@samskriv/shared/testing'
import { median } from '../load/measure.ts'
import type { Row } from './row.ts'

/** Comparisons after the first, of which the middle one counts. */
const again = 15

const replacements = ['samarbeid', 'barna', 'tidlig', 'felles', 'våren']

/** The same values with one in `every` words another, wherever text stands. */
function reworded (values: Values, every: number): Values {
  const random = seeded(5)
  const word = (text: string): string => text.replaceAll(/\p{L}{4,}/gu, found => random.below(every) === 0 ? replacements[random.below(replacements.length)] ?? found : found)
  // Texts of nodes alone: kinds, ids and options are not words.
  return JSON.parse(JSON.stringify(values), (key, value: unknown) => key === 'text' && typeof value === 'string' ? word(value) : value) as Values
}

function timed (work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Two versions of 60 000 characters compared, as the page does beside its main thread: worked over a little, and rewritten. */
export const compareRow: Row = {
  name: 'compare',
  work: 'comparing two versions of 60 000 characters and 12 tiltak',
  figures: [
    { key: 'cold', label: 'ms, the first comparison of a new process, one word in twenty another', digits: 0, aim: 300 },
    { key: 'worked', label: 'ms, once warm', digits: 0, aim: 300 },
    { key: 'rewritten', label: 'ms, warm, every second word another', digits: 0, aim: 300 },
    { key: 'other', label: 'ms, warm, two behovsmeldinger with nothing but the form in common', digits: 0, aim: null },
    { key: 'same', label: 'ms, warm, nothing changed', digits: 1, aim: null },
  ],
  hasRelay: false,
  measure () {
    const template = templateById('nordland-2024')
    if (template === null) throw new Error('the form nordland-2024 comes with the product')
    const [before, other] = [largeValues(1), largeValues(2)]
    const worked = reworded(before, 20)
    const warm = (after: Values): number => median(Array.from({ length: again }, () => timed(() => compare(template, before, after))))
    const cold = timed(() => compare(template, before, worked))
    return Promise.resolve({ cold, worked: warm(worked), rewritten: warm(reworded(before, 2)), other: warm(other), same: warm(largeValues(1)) })
  },
}
