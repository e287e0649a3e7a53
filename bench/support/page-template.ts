import { shortDate, zonedIso } from '../../src/text/dates.ts'
import { keepTogether, shortenAtWord } from '../../src/text/display.ts'

/** What one query gave: its rows, each with its columns. */
export type Rows = Record<string, unknown>[]

type Form = (value: string) => string
const timeZone = 'Asia/Ho_Chi_Minh'
const longestLead = 240
const shortest = 4

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }
const escaped: Form = (text) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** How pages show what stands in a row, besides as it is. */
const forms: Record<string, Form> = {
  raw: (text) => text,
  escaped,
  title: (text) => escaped(keepTogether(text)),
  lead: (text) => escaped(keepTogether(shortenAtWord(text, longestLead))),
  date: (instant) => shortDate(instant, timeZone),
  machine: (instant) => zonedIso(instant, timeZone),
}

const formsOf = (value: string): string[] =>
  /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? ['date', 'machine'] : ['raw', 'title', 'lead', 'escaped']

/**
 * A JavaScript template literal that writes exactly this page, with a hole for all that stands in the rows of its queries:
 * what no template language can be faster than.
 */
export function templateOf(html: string, queries: Rows[]): { fill: (queries: Rows[]) => string; holes: number } {
  const holes = holesIn(queries)
  const texts = [...holes.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`)
  const pieces = html.split(pattern)
  const source = pieces.map((piece, place) => (place % 2 === 0 ? literal(piece) : `\${${holes.get(piece)}}`)).join('')
  const write = new Function('queries', 'forms', `return \`${source}\``) as (
    queries: Rows[],
    how: typeof forms,
  ) => string
  return { fill: (given) => write(given, forms), holes: (pieces.length - 1) / 2 }
}

/** Text in the page → where it comes from. */
function holesIn(queries: Rows[]): Map<string, string> {
  const holes = new Map<string, string>()
  for (const [query, rows] of queries.entries())
    for (const [row, columns] of rows.entries())
      for (const [column, value] of Object.entries(columns)) {
        if (typeof value !== 'string' || value.length < shortest) continue
        for (const form of formsOf(value)) {
          const text = forms[form]?.(value) ?? ''
          if (!holes.has(text)) holes.set(text, `forms.${form}(queries[${query}][${row}].${column})`)
        }
      }
  return holes
}

const literal = (text: string): string => text.replace(/[\\`]|\$\{/g, '\\$&')
