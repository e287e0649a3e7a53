import { shortenAtWord } from '../text/display.ts'
import { formatNumber } from '../text/numbers.ts'
import type { NamedCount } from './report.ts'

/** A picture of counts with the same numbers as a table, as `part('dashboard/chart', chart)` shows it. */
export type BarChart = {
  id: string
  caption: string
  /** What there is to see, in one sentence. */
  finding: string
  width: number
  height: number
  bars: Bar[]
  /** What there was no bar for. */
  rest: string | null
  table: { open: string; name: string; count: string; rows: { name: string; count: string }[] }
}

/** Everything in units of the drawing. */
type Bar = {
  name: string
  nameY: number
  y: number
  width: number
  height: number
  count: string
  countX: number
  countY: number
  isMost: boolean
}

export type ChartWords = {
  id: string
  caption: string
  finding: string
  /** Of the table. */
  open: string
  name: string
  count: string
  /** What is said of the smallest, when there are too many. */
  others: (names: string, count: string) => string
}

const mostBars = 8
const [width, widestBar] = [360, 310]
const [rowHeight, barTop, barHeight] = [42, 22, 11]
const longestName = 44

/** The numbers come in their order, the largest first. */
export function barChart(
  numbers: NamedCount[],
  { id, caption, finding, open, name, count, others }: ChartWords,
): BarChart {
  const [shown, rest] = [numbers.slice(0, mostBars), numbers.slice(mostBars)]
  const most = numbers[0]?.count ?? 1
  return {
    id,
    caption,
    finding,
    width,
    height: shown.length * rowHeight,
    bars: shown.map((one, place) => bar(one, place, most)),
    rest: rest.length === 0 ? null : others(formatNumber(rest.length), formatNumber(sumOf(rest))),
    table: {
      open,
      name,
      count,
      rows: numbers.map((one) => ({ name: one.name, count: formatNumber(one.count) })),
    },
  }
}

function bar({ name, count }: NamedCount, place: number, most: number): Bar {
  const top = place * rowHeight
  const length = Math.max(2, Math.round((count / most) * widestBar))
  return {
    name: shortenAtWord(name, longestName),
    nameY: top + 15,
    y: top + barTop,
    width: length,
    height: barHeight,
    count: formatNumber(count),
    countX: length + 8,
    countY: top + barTop + barHeight - 1,
    isMost: count === most,
  }
}

export const sumOf = (numbers: readonly { count: number }[]): number =>
  numbers.reduce((total, { count }) => total + count, 0)
