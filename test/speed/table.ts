import type { Figure, Row } from './rows/index.ts'

/** What runs gave, by the figure's key: the median. */
export type Figures = Readonly<Record<string, number>>

/** A row that has been measured. `relay` null: it cannot do this work. `spread`: the least and the most of the runs. */
export interface Outcome { readonly row: Row, readonly here: Figures, readonly spread: Readonly<Record<string, readonly [number, number]>>, readonly relay: Figures | null }

function show (value: number | undefined, digits: number): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ' ')
}

function isReached ({ aim, key }: Figure, value: number | undefined): boolean {
  if (aim === null || value === undefined) return true
  // «Once» and «none» are met exactly; everything else stays below.
  return aim === 0 || key === 'times' ? value === aim : value < aim
}

const judged = (row: Row): readonly Figure[] => row.figures.filter(figure => figure.aim !== null)

function line ({ row, here, relay }: Outcome): string {
  const figures = judged(row)
  const each = (cell: (figure: Figure) => string): string => figures.map(cell).join('; ')
  const ratio = relay === null ? '–' : each(({ key, aimRatio }) => `${show((here[key] ?? 0) / (relay[key] ?? 0), 2)}${aimRatio === undefined ? '' : ` (< ${aimRatio.toFixed(2)})`}`)
  return `| ${[
    `${row.work} (${each(figure => figure.label)})`,
    relay === null ? '–' : each(({ key, digits }) => show(relay[key], digits)),
    each(({ key, digits }) => show(here[key], digits)),
    ratio,
    each(({ aim, key }) => aim === 0 || key === 'times' ? String(aim) : `< ${aim}`),
    each(figure => isReached(figure, here[figure.key]) ? 'yes' : '**no**'),
  ].join(' | ')} |`
}

/** The table, in the issue's form: medians, ratio to the relay of the same run, aims. */
export function table (outcomes: readonly Outcome[]): string {
  return [
    '| work (server on one core, load on the other) | bare relay | Samskriv | ratio to the relay (and of the aim) | aim | reached |',
    '| --- | --- | --- | --- | --- | --- |',
    ...outcomes.map(line),
  ].join('\n')
}

/** What else was seen: least and most of the runs, and figures without an aim. */
export function details ({ row, here, spread, relay }: Outcome): string {
  return row.figures.map(({ key, label, digits }) => {
    const [least, most] = spread[key] ?? [Number.NaN, Number.NaN]
    return `  ${row.name} ${label}: ${show(here[key], digits)} (${show(least, digits)} to ${show(most, digits)})${relay === null ? '' : `, relay ${show(relay[key], digits)}`}`
  }).join('\n')
}
