import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { csvLine, csvStart } from '../site/csv.ts'
import type { Outcome, Told } from './import-source.ts'
import type { Problem, ProblemKind } from './old-article.ts'
import type { ImportWords } from './words.ts'

/** A file that grows line by line while the import runs. */
export type LineFile = { write(line: string): Promise<void>; close(): Promise<void> }

export async function openLineFile(path: string): Promise<LineFile> {
  const stream = createWriteStream(path)
  await once(stream, 'open')
  return {
    async write(line) {
      if (!stream.write(line)) await once(stream, 'drain')
    },
    async close() {
      stream.end()
      await finished(stream)
    },
  }
}

/** JSON Lines by the ending of the file's name, else CSV. */
export const isJsonLines = (path: string): boolean => /\.(?:jsonl|ndjson|json)$/i.test(path)

export const reportHead = (path: string, words: ImportWords): string =>
  isJsonLines(path) ? '' : csvStart + csvLine(words.columns)

export function reportLine(path: string, told: Told, words: ImportWords): string {
  const { place, key, title, outcome, state, articleId, path: newAddress, oldAddresses, problems } = told
  const { number, file, line } = place
  if (isJsonLines(path))
    return `${JSON.stringify({ number, file, line, key, title, outcome, state, articleId, newAddress, oldAddresses, problems })}\n`
  return csvLine([
    number,
    file,
    line ?? '',
    key,
    title,
    words.outcomes[outcome],
    state ? words.states[state] : '',
    articleId ?? '',
    newAddress ?? '',
    oldAddresses.join(' '),
    problems.map((each) => sentenceOf(each, words)).join('; '),
  ])
}

const sentenceOf = ({ what, name }: Problem, words: ImportWords): string =>
  name === '' ? words.problems[what] : `${words.problems[what]}: ${name}`

/** Old addresses with their new ones, as the import of redirects reads them. */
export const redirectsHead = csvStart + csvLine(['old', 'new'])
export const redirectLines = ({ oldAddresses, path, state, outcome }: Told): string =>
  path === null || state === 'draft' || outcome === 'failed'
    ? ''
    : oldAddresses.map((old) => csvLine([old, path])).join('')

/** `notes` are about the whole source. */
export type Summary = { outcomes: Record<Outcome, number>; problems: Map<ProblemKind, number>; notes: Problem[] }

export const emptySummary = (notes: Problem[]): Summary => ({
  notes,
  outcomes: { added: 0, updated: 0, unchanged: 0, 'changed-here': 0, failed: 0 },
  problems: new Map(),
})

export function addTo(
  { outcomes, problems: counts }: Summary,
  { outcome, problems }: Pick<Told, 'outcome' | 'problems'>,
) {
  outcomes[outcome]++
  for (const { what } of problems) counts.set(what, (counts.get(what) ?? 0) + 1)
}

/** What an operator reads when everything is done. */
export function summaryLines({ outcomes, problems, notes }: Summary, words: ImportWords): string[] {
  const counted = Object.entries(outcomes).filter(([outcome, count]) => count > 0 || outcome === 'added')
  const worst = [...problems].sort((a, b) => b[1] - a[1])
  return [
    ...notes.map((note) => sentenceOf(note, words)),
    `${words.summary}:`,
    ...counted.map(([outcome, count]) => `  ${words.outcomes[outcome as Outcome]}: ${count} ${words.articles}`),
    ...(worst.length > 0 ? [`${words.problemsTitle}:`] : []),
    ...worst.map(([what, count]) => `  ${words.problems[what]}: ${words.times(count)}`),
  ]
}
