import type { Reader } from '../database/index.ts'
import { normalLine } from '../text/normal-form.ts'
import { completeQuery, findArticles, type SearchTools, type SearchWish } from './find-articles.ts'
import { mostWrong, nearestWord } from './nearest-word.ts'
import type { CompletedQuery } from './query-expression.ts'
import type { CountedWord } from './search-document.ts'
import type { SynonymGroup } from './synonym.ts'
import { isMarked, type Token } from './tokens.ts'
import { wordReader } from './word-store.ts'

const mostOfLength = 1_000
const mostCorrected = 4

/** What was typed with its unknown words corrected, or left out, when that finds something; null otherwise. */
export async function didYouMean(
  tools: SearchTools,
  query: CompletedQuery,
  groups: SynonymGroup[],
  wish: SearchWish,
): Promise<string | null> {
  const corrections = await correct(tools.database.read, query)
  if (corrections.length === 0) return null
  const text = replaceWords(query.text, corrections)
  // Only what readers can find is worth saying: a word may belong to an article that was taken down this very moment.
  const { documents } = await findArticles(tools, await completeQuery(tools.database.read, text, groups), {
    ...wish,
    order: 'newest',
  })
  return documents.length > 0 ? text : null
}

type Correction = { token: Token; text: string }

async function correct(database: Reader, { units, completions }: CompletedQuery): Promise<Correction[]> {
  const typed = units.flatMap((unit) => unit.words)
  // The beginning of a known word is no mistake.
  const tokens = completions.length > 0 ? typed.slice(0, -1) : typed
  const hasMarks = typed.some(isMarked)
  const known = await wordReader(database).listKnown(tokens.map(({ folded }) => folded))
  const unknown = tokens.filter(({ folded }) => !known.some((word) => word.folded === folded))
  const corrections: Correction[] = []
  for (const token of unknown.slice(0, mostCorrected)) {
    const word = nearestWord(token.folded, await listNear(database, token.folded))
    corrections.push({ token, text: (hasMarks ? word?.written : word?.folded) ?? '' })
  }
  return corrections
}

async function listNear(database: Reader, folded: string): Promise<CountedWord[]> {
  const reach = mostWrong(folded.length)
  const near: CountedWord[] = []
  for (let letters = folded.length - reach; letters <= folded.length + reach; letters++) {
    near.push(...(await wordReader(database).listOfLength(letters, mostOfLength)))
  }
  return near
}

/** From the end, so that places before stay true. */
function replaceWords(text: string, corrections: Correction[]): string {
  const replaced = corrections
    .toSorted((a, b) => b.token.from - a.token.from)
    .reduce((changed, { token, text: word }) => changed.slice(0, token.from) + word + changed.slice(token.to), text)
  return normalLine(replaced)
}
